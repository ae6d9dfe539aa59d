using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Requirements;

/// <summary>
/// Holds docs/requirements.md against the tests. With CLEANAPI_UPDATE_DOCS=1, the page's last column is written anew first, and rows that have a test leave
/// the list of pending ones.
/// </summary>
public sealed class RequirementPageTests
{
    private const string Update = "run ./renew.sh to update";

    private static readonly HashSet<int> Held = [.. TraitReader.All.Select(trait => trait.Row)];

    static RequirementPageTests()
    {
        if (Environment.GetEnvironmentVariable("CLEANAPI_UPDATE_DOCS") != "1")
        {
            return;
        }

        File.WriteAllText(Repository.Full(PendingRequirements.Path), PendingRequirements.Without(Repository.Read(PendingRequirements.Path), Held));
        File.WriteAllText(Repository.Full(RequirementPage.Path), RequirementPage.Generate(RequirementPage.Read(), TraitReader.All, PendingRequirements.Read()));
    }

    [Fact]
    public void The_page_names_the_tests_that_hold_each_row() =>
        (RequirementPage.Read() == RequirementPage.Generate(RequirementPage.Read(), TraitReader.All, PendingRequirements.Read())).Should().BeTrue(
            $"{RequirementPage.Path} is stale: {Update}");

    [Fact]
    public void A_row_that_is_due_has_a_test() =>
        string.Join(", ", RequirementPage.Rows(RequirementPage.Read()).Except(Held).Except(PendingRequirements.Read().Keys).Select(row => $"R{row}"))
            .Should().BeEmpty("a row that nothing holds is not done");

    [Fact]
    public void A_row_that_is_not_due_has_none() =>
        PendingRequirements.Read().Keys.Where(Held.Contains).Select(row => $"R{row}").Should().BeEmpty($"a row with a test is due: {Update}");

    [Fact]
    public void The_rows_are_numbered_without_a_gap() =>
        RequirementPage.Rows(RequirementPage.Read()).Should().Equal(Enumerable.Range(1, 260));

    [Fact]
    public void Tests_and_the_pending_file_name_rows_that_exist()
    {
        var rows = RequirementPage.Rows(RequirementPage.Read());
        TraitReader.All.Where(trait => !rows.Contains(trait.Row)).Select(trait => trait.Place).Should().BeEmpty();
        PendingRequirements.Read().Keys.Except(rows).Should().BeEmpty();
    }

    [Fact]
    public void A_row_is_held_by_something_that_runs() =>
        TraitReader.All.Where(trait => !trait.IsTest).Select(trait => $"{trait.Place} R{trait.Row}").Should().BeEmpty("it stands on a [Fact] or a [Theory]");
}
