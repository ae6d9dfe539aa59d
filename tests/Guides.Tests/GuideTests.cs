using CleanApi.Guides.Tests.Notation;
using CleanApi.Guides.Tests.Support;

namespace CleanApi.Guides.Tests;

/// <summary>What the guides say is done in a copy of the repository, as they say it: see <see cref="Guide"/> for how a block names its place.</summary>
public sealed class GuideTests
{
    private const string Committed = "Category=Committed";

    private static readonly string[] Renewing = ["Domain.UnitTests", "WebApi.IntegrationTests", "Architecture.Tests"];

    private static readonly IReadOnlyList<Guide> Placing = [.. Repository.Guides.Where(guide => guide.Blocks.Count > 0)];

    private static readonly IReadOnlyList<Block> OwnTests = [.. Placing.SelectMany(guide => guide.Blocks).Where(block => block.IsTest)];

    [Fact]
    public void A_feature_takes_four_new_files_and_one_edited()
    {
        var guide = Placing.Single(guide => guide.Path == "docs/guides/add-a-feature.md");

        (guide.NewFiles.Count, guide.EditedFiles.Count).Should().Be((4, 1));
    }

    [Fact]
    public void No_guide_takes_twenty_new_files_or_more_than_five_edited() =>
        Placing.Where(guide => guide.NewFiles.Count >= 20 || guide.EditedFiles.Count > 5)
            .Select(guide => $"{guide.Path}: {guide.NewFiles.Count} new, {guide.EditedFiles.Count} edited").Should().BeEmpty();

    [Fact]
    public void Every_guide_that_adds_code_adds_its_tests() =>
        Placing.Where(guide => !guide.Blocks.Any(block => block.IsTest)).Select(guide => guide.Path).Should().BeEmpty();

    [Fact]
    public void What_is_run_here_writes_the_files_that_the_script_writes() =>
        File.ReadAllText(Path.Combine(Repository.Root, "renew.sh")).Should()
            .Contain($"for project in {string.Join(' ', Renewing)};").And.Contain($"{Committed}|FullyQualifiedName~RequirementPageTests");

    [Fact]
    public async Task The_code_of_the_guides_builds_and_passes_its_own_tests_and_those_of_the_repository()
    {
        using var copy = new RepositoryCopy();
        await copy.FillAsync();
        foreach (var block in Placing.SelectMany(guide => guide.Blocks))
        {
            block.ApplyTo(copy.Root);
        }

        // In this order the files that follow from the code are written before the tests that read all files.
        string[] others = [.. OwnTests.Select(test => test.Project).Except(Renewing)];
        var build = await copy.BuildAsync([.. Renewing, .. others]);
        build.ExitCode.Should().Be(0, "{0}", build);
        await PassAsync(copy, "Domain.UnitTests", Committed, "FullyQualifiedName~.Events.", "FullyQualifiedName~.IdTypeTests.");
        foreach (var project in others)
        {
            await PassAsync(copy, project);
        }

        await PassAsync(copy, "WebApi.IntegrationTests", Committed, "FullyQualifiedName~.Contract.", "FullyQualifiedName~.Tenancy.");
        await PassAsync(copy, "Architecture.Tests", "FullyQualifiedName~.");
    }

    // The guides' own test classes of the project, and some that are there already.
    private static async Task PassAsync(RepositoryCopy copy, string project, params string[] filters)
    {
        var own = OwnTests.Where(test => test.Project == project).Select(test => test.TypeName).ToList();
        var (command, passed) = await copy.TestAsync(project, string.Join('|', own.Select(name => $"FullyQualifiedName~.{name}.").Concat(filters)));
        command.ExitCode.Should().Be(0, "{0}", command);
        passed.Should().NotBeEmpty("{0}", command);
        own.Except(passed).Should().BeEmpty("each of them has tests that ran: {0}", command);
    }
}
