/// What a key, the palette or a click can ask the console to do.
public enum Command: Sendable, Hashable {
  case quit
  case showHelp
  case showPalette
  case focusNext
  case focusPrevious
  case focus(PaneID)
  case leaveEditor
  case toggleZoom
  case nextTheme
  case dismissNotice

  case selectPrevious
  case selectNext
  case selectFirst
  case selectLast
  case openSelected

  case nextTab
  case previousTab
  case showFiles
  case saveFile

  case runSideBySide
  case runCurrent
  case stop
  case nextEnvironment
  case showEnvironments
  case openShell
  case openPlainShell
  case typeIntoProgram

  case scrollUp
  case scrollDown
  case scrollPageUp
  case scrollPageDown
  case scrollToStart
  case scrollToEnd

  case stopBatch
  case restartRun
  case pauseRun
  case renameRun
  case pinRun
  case setTimeout
  case saveRunText
  case runWithOptions
  case previousRun
  case nextRun

  case find
  case findNext
  case findPrevious
  case findFirstError
  case selectLines

  case showRunList
  case openListedRun
  case markRun
  case compareMarked
  case filterRuns
  case showComparison
  case nextSeries
  case previousSeries
  case nextAxis
  case closeScreen

  case showContents
  case compareContents
  case nextContents
  case filterContents
  case sortContents
  case nextPlatform

  case showTasks
  case showPrefetch

  case showGoals
  case showHint
  case showPitfalls
  case showDifference
  case showSolution
  case resetExercise
  case catchUp
  case nextDifference
  case previousDifference
  case showGPU
  case previousGPU
  case nextGPU
  case nextGPUFigure
  case previousGPUFigure
  case earlier
  case later
  case goToNow
  case zoomTimeIn
  case zoomTimeOut
  case freeze
  case openGPURow
  case explainFigure
  case nextGPUList
  case toggleTree
  case sortProcesses
  case reverseSort

  case showPicture
  case openPicture
}
