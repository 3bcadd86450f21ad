/// When repeats show that one side is better, and not chance.
///
/// - From five repeats on each side: the exact Mann–Whitney test's two-sided probability is below
///   1 %. Five against five need ranges that do not overlap; with more, one stray run does not
///   undo a clear difference.
/// - With three or four on the smaller side no probability that small is possible (non-overlapping
///   ranges of three against three come by chance in one of ten comparisons). There the ranges
///   must not overlap and the gap between them must be wider than the wider of them.
/// - With two, the gap must be five times as wide.
/// - With one there is no telling.
///
/// With normally distributed noise each rule calls one of two equal sides better in at most 1 % of
/// comparisons (found by drawing 200,000 of them for two and for three repeats).
public enum RepeatRule {
  public static let significance = 0.01
  static let fewestForTest = 5

  /// Whether the two samples are set apart by more than chance; nil when one has fewer than two.
  public static func areApart(_ first: [Double], _ second: [Double]) -> Bool? {
    let fewest = min(first.count, second.count)
    guard fewest >= 2 else { return nil }
    if fewest >= fewestForTest {
      return RankTest.probability(first, second).map { $0 < significance }
    }
    guard let left = Spread(first), let right = Spread(second) else { return nil }
    let gap = max(left.minimum - right.maximum, right.minimum - left.maximum)
    let width = max(left.maximum - left.minimum, right.maximum - right.minimum)
    return gap > 0 && gap > width * (fewest == 2 ? 5 : 1)
  }

  /// Whether repeats have given one figure, to the last digit.
  static func areAllAlike(_ values: [Double]) -> Bool {
    values.count > 1 && values.allSatisfy { $0 == values[0] }
  }

  /// The verdict over the sides' values; the best side must be apart from every other.
  /// - Parameters:
  ///   - dependsOnSeed: Whether repeats that are all alike only show that the seed is fixed.
  ///   - isComparable: False where a side is not finished or was not measured alike.
  public static func verdict(
    _ sides: [[Double]], direction: Comparison.Direction, dependsOnSeed: Bool = false,
    isComparable: Bool = true
  ) -> Comparison.Verdict {
    guard sides.count > 1, isComparable, direction != .neither,
      sides.allSatisfy({ !$0.isEmpty })
    else { return .none }
    guard sides.allSatisfy({ $0.count > 1 }) else { return .notRepeated }
    if dependsOnSeed, sides.contains(where: areAllAlike) { return .repeatsAlike }
    let medians = sides.map { Spread($0)?.median ?? .nan }
    let best = sides.indices.max { left, right in
      direction == .higher ? medians[left] < medians[right] : medians[left] > medians[right]
    }
    guard let best else { return .none }
    let isAlone = sides.indices.allSatisfy { index in
      index == best || areApart(sides[best], sides[index]) == true
    }
    return isAlone ? .better(side: best) : .withinTheNoise
  }
}
