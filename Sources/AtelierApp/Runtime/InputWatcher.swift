import Console
import Foundation
import Glibc
import TerminalCore

/// Brings keys, resizes and signals to the loop.
@MainActor
final class InputWatcher: InputSource {
  private let backend: any Backend
  private let signals: SignalPipe
  private var inputs: InputQueue?
  private var sources: [any DispatchSourceProtocol] = []

  /// The signals that the pipe must tell of.
  nonisolated static let signals = [SIGTERM, SIGHUP, SIGINT, SIGWINCH]

  init(backend: any Backend, signals: SignalPipe) {
    self.signals = signals
    self.backend = backend
  }

  func start(_ inputs: InputQueue) {
    self.inputs = inputs
    let input = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: .main)
    input.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.readInput() }
    }
    input.activate()
    sources.append(input)
    let heard = signals.watch(on: .main) { [weak self, inputs] number in
      guard number == SIGWINCH else { return inputs.end(.signal(number)) }
      MainActor.assumeIsolated { self?.resized() }
    }
    sources.append(heard)
    // What was typed before the sources stood.
    readInput()
  }

  func stop() {
    for source in sources { source.cancel() }
    sources = []
  }

  private func resized() {
    backend.resized()
    readInput()
  }

  private func readInput() {
    let events = backend.pollEvents()
    for event in events { inputs?.post(.terminal(event)) }
    if events.isEmpty, isHungUp { inputs?.end(.hangUp) }
  }

  private var isHungUp: Bool {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, 0) > 0 else { return false }
    return descriptor.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
  }
}
