import SessionEngine

/// A few lines to fill in, and what becomes of them.
public struct FormState: Sendable, Equatable {
  public enum Purpose: Sendable, Equatable {
    case rename(RunID)
    case timeout(RunID)
    case runOptions(BatchPreview)
    case task(exercise: String, environment: String, WorkspaceTask)
  }

  public struct Field: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
      case text
      /// One of these; Left and Right change it.
      case choice([String])
      /// `yes` or `no`; Space changes it.
      case toggle
    }

    public let label: String
    public let kind: Kind
    /// A sentence that is shown while the field is in front.
    public let hint: String
    public var input: TextField

    public init(_ label: String, _ text: String, hint: String, kind: Kind = .text) {
      self.label = label
      self.kind = kind
      self.hint = hint
      input = TextField(text)
    }

    public var text: String { input.text }
    public var isOn: Bool { input.text == "yes" }
  }

  public let purpose: Purpose
  public let title: String
  public var fields: [Field]
  public var selected = 0
  /// What is wrong with what was filled in; nil when nothing is.
  public var fault: String?

  public init(_ purpose: Purpose, title: String, fields: [Field]) {
    self.purpose = purpose
    self.title = title
    self.fields = fields
  }
}
