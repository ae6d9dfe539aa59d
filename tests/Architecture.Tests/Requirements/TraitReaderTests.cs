using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Requirements;

/// <summary>Which test a trait belongs to.</summary>
public sealed class TraitReaderTests
{
    private const string Sample =
        """
        namespace Sample;

        /// <summary>[Trait("Requirement", "R1")] in a comment is none.</summary>
        [Trait("Requirement", "R2")]
        public sealed class FirstTests(int number)
        {
            [Theory]
            [InlineData("[Trait(\"Requirement\", \"R3\")]")]
            [Trait("Requirement", "R4"), Trait("Requirement", "R5")]
            public async Task One<T>(string text) => await Task.CompletedTask;

            [RootFact, Trait("Requirement", "R6")] public void Two() { }

            [Trait("Requirement", "R7")]
            private static void Helper() { }

            [Fact, Trait("Requirement", "R7a")]
            public void Three() { }
        }
        """;

    [Fact]
    public void A_trait_belongs_to_what_it_stands_on() =>
        TraitReader.Read(SourceFile.Sample(Sample, "tests/Sample/FirstTests.cs")).Select(trait => (trait.Row, trait.Test, trait.Project, trait.IsTest))
            .Should().Equal(
                (2, "FirstTests.*", "Sample", true), (4, "FirstTests.One", "Sample", true), (5, "FirstTests.One", "Sample", true),
                (6, "FirstTests.Two", "Sample", true), (7, "FirstTests.Helper", "Sample", false), (0, "FirstTests.Three", "Sample", true));

    [Fact]
    public void The_column_names_tests_by_project_and_what_a_pending_row_waits_for()
    {
        var page = "| R1 | One | stale |\n| R2 | Two `a \\| b` | |\n| R3 | Three | |\n";
        var traits = new[] { (1, "B", "X.b"), (1, "A", "Y.c"), (1, "B", "X.a") }.Select(row => new RequirementTrait(row.Item1, row.Item2, row.Item3, "", true));
        RequirementPage.Generate(page, [.. traits], new Dictionary<int, string> { [3] = "later" })
            .Should().Be("| R1 | One | `Y.c` (A); `X.a`, `X.b` (B) |\n| R2 | Two `a \\| b` | |\n| R3 | Three | not due: later |\n");
    }

    [Fact]
    public void A_pending_row_needs_a_reason() => FluentActions.Invoking(() => PendingRequirements.Read("R1\n")).Should().Throw<FormatException>();

    [Fact]
    public void A_pending_row_leaves_with_its_first_test() =>
        PendingRequirements.Without("# Head\nR1 one thing\nR2 another\n", new HashSet<int> { 1 }).Should().Be("# Head\nR2 another\n");
}
