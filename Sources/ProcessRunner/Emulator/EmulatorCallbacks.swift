import CVTerm

/// The functions libvterm calls; `user` points to an `EmulatorState`.
enum EmulatorCallbacks {
  static func make() -> VTermStateCallbacks {
    var callbacks = VTermStateCallbacks()
    callbacks.putglyph = { info, position, user in
      user.emulator.pointee.put(info.unsafelyUnwrapped, at: position)
      return 1
    }
    callbacks.scrollrect = { rect, downward, rightward, user in
      user.emulator.pointee.scroll(rect, downward: downward, rightward: rightward) ? 1 : 0
    }
    callbacks.moverect = { destination, source, user in
      user.emulator.pointee.grid.move(to: destination, from: source)
      return 1
    }
    callbacks.erase = { rect, _, user in
      user.emulator.pointee.grid.erase(rect, with: user.emulator.pointee.pen.erased)
      return 1
    }
    callbacks.settermprop = { property, value, user in
      user.emulator.pointee.setProperty(property, value.unsafelyUnwrapped) ? 1 : 0
    }
    callbacks.bell = { user in
      user.emulator.pointee.hasRung = true
      return 1
    }
    callbacks.resize = { rows, columns, delta, user in
      let moved = user.emulator.pointee.resize(columns: Int(columns), rows: Int(rows))
      delta.unsafelyUnwrapped.pointee.row = Int32(moved)
      return 1
    }
    return callbacks
  }
}

extension UnsafeMutableRawPointer? {
  @inline(__always)
  fileprivate var emulator: UnsafeMutablePointer<EmulatorState> {
    unsafelyUnwrapped.assumingMemoryBound(to: EmulatorState.self)
  }
}
