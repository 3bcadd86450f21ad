/// Whether what happens is kept in the workshop's database.
public enum MemoryStatus: Sendable, Hashable {
  /// Kept in the file with this absolute path.
  case kept(String)
  /// Another console has the workspace: this one only looks.
  case readOnly(heldBy: Int32?)
  /// Nothing is kept, and why.
  case unavailable(Diagnosis)
}
