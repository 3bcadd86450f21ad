import Console
import Foundation
import Glibc
import TerminalCore

/// Brings keys, resizes and signals to the loop.
@MainActor
final class InputWatcher: InputSource {
  private let backend: any Backend
  private var inputs: InputQueue?
  private var sources: [any DispatchSourceProtocol] = []

  init(backend: any Backend) {
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
    for number in [SIGTERM, SIGHUP, SIGINT] {
      watch(number) { inputs.end(.signal(number)) }
    }
    watch(SIGWINCH) { [weak self] in
      MainActor.assumeIsolated { self?.resized() }
    }
    // What was typed before the sources stood.
    readInput()
  }

  func stop() {
    for source in sources { source.cancel() }
    sources = []
  }

  private func watch(_ number: Int32, _ handler: @escaping @Sendable () -> Void) {
    // The default action would end the process before the source hears of the signal.
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .main)
    source.setEventHandler(handler: handler)
    source.activate()
    sources.append(source)
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
