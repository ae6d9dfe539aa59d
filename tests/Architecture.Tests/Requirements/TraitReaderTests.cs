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
        }
        """;

    [Fact]
    public void A_trait_belongs_to_what_it_stands_on() =>
        TraitReader.Read(new CSharpFile("tests/Sample/FirstTests.cs", CSharpText.Of(Sample))).Select(trait => (trait.Row, trait.Test, trait.Project, trait.IsTest))
            .Should().Equal(
                (2, "FirstTests.*", "Sample", true), (4, "FirstTests.One", "Sample", true), (5, "FirstTests.One", "Sample", true),
                (6, "FirstTests.Two", "Sample", true), (7, "FirstTests.Helper", "Sample", false));

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

    /// <summary>The traits in a file's attributes, however they are read: strings and comments are no attributes.</summary>
    internal static int Written(CSharpFile file) =>
        file.Text.Literals.Zip(file.Text.Literals.Skip(1)).Count(pair =>
            pair.First.Text == "Requirement" && System.Text.RegularExpressions.Regex.IsMatch(pair.Second.Text, "^R[0-9]+$")
            && file.Text.Code[..pair.First.Start].EndsWith("Trait(", StringComparison.Ordinal));
}
