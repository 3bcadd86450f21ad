import CVTerm
import Glibc

/// Memory for libvterm with room on both sides: 0.1 reads a little beside its line and tab tables
/// when a saved cursor is restored after the screen has become smaller.
enum ParserMemory {
  private static let margin = 8192

  static func makeFunctions() -> VTermAllocatorFunctions {
    VTermAllocatorFunctions(
      malloc: { size, _ in
        guard let memory = calloc(1, size + 2 * ParserMemory.margin) else { return nil }
        return memory + ParserMemory.margin
      },
      free: { memory, _ in
        if let memory { Glibc.free(memory - ParserMemory.margin) }
      })
  }
}
