using System.Globalization;
using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Documentation;

public sealed partial class DocumentationTests
{
    private const string SecurityModel = "docs/guides/security-model.md";

    [Fact]
    [Trait("Requirement", "R4")]
    public void The_architecture_page_tells_boundaries_data_flow_versioning_and_caching() =>
        Repository.Read("docs/architecture.md").Should()
            .ContainAll("## Service boundaries", "## A request, from end to end", "## Versioning", "## Caching");

    [Fact]
    [Trait("Requirement", "R3")]
    public void The_landscape_page_tells_why_the_limits_and_the_data_model_are_what_they_are() =>
        Repository.Read("docs/landscape.md").Should().ContainAll("## Tenants and people", "## The API itself", "## Why the limits are what they are");

    [Fact]
    public void Every_relative_link_of_a_page_leads_to_a_file()
    {
        var broken = from page in Repository.Files("*.md")
                     from Match link in Link().Matches(Repository.Read(page))
                     let target = link.Groups["target"].Value.Split('#')[0]
                     where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
                     let path = Path.Combine(Path.GetDirectoryName(Repository.Full(page))!, target)
                     where !File.Exists(path) && !Directory.Exists(path)
                     select $"{page}: {target}";
        broken.Should().BeEmpty();
    }

    [Fact]
    public void Every_decision_is_in_the_index_and_names_what_holds_it()
    {
        var index = Repository.Read("docs/adr/README.md");
        foreach (var record in Repository.Files("0*.md", "docs/adr"))
        {
            index.Should().Contain(Path.GetFileName(record));
            Repository.Read(record).Should().MatchRegex("(?im)^##? .*held by", "{0} has to say which test holds it", record);
        }
    }

    [Fact]
    public void A_decision_has_the_same_title_and_status_in_the_index()
    {
        var index = Repository.Read("docs/adr/README.md");
        foreach (var record in Repository.Files("0*.md", "docs/adr"))
        {
            var (file, text) = (Path.GetFileName(record), Repository.Read(record));
            var (title, status) = (Title().Match(text).Groups["title"].Value, NumberLink().Replace(Status().Match(text).Groups["status"].Value, "${number}"));
            index.Should().Contain($"| [{file[..4]}]({file}) | {title} | {status} |");
        }
    }

    [Fact]
    public void Every_test_that_a_page_names_exists()
    {
        var tests = NamedTests.Existing(Repository.Sources("tests"));
        string[] pages = [.. Repository.Files("0*.md", "docs/adr"), .. Repository.Files("*.md", "docs/guides"), "docs/architecture.md"];
        pages.Should().Contain(SecurityModel);
        pages.SelectMany(page => NamedTests.Missing(Repository.Read(page), tests).Select(name => $"{page}: {name}"))
            .Should().BeEmpty("a page names what holds it: rename it there too, or say that it is gone");
    }

    [Fact]
    [Trait("Requirement", "R21")]
    public void The_security_page_answers_each_OWASP_risk_with_a_test()
    {
        var tests = NamedTests.Existing(Repository.Sources("tests"));
        var rows = Risk().Matches(Repository.Read(SecurityModel)).ToList();
        rows.Select(row => row.Groups["number"].Value).Should().Equal(Enumerable.Range(1, 10).Select(number => number.ToString(CultureInfo.InvariantCulture)));
        rows.Should().OnlyContain(row => tests.Any(test => row.Value.Contains($"`{test}`")));
    }

    [Theory]
    [InlineData("Held by `OneTests.It_works` and `OneTests`.", "")]
    [InlineData("Held by `OneTests.It_worked`.", "OneTests.It_worked")]
    [InlineData("Held by `TwoTests`, in `tests/Two.Tests`.", "TwoTests")]
    [InlineData("Held by `OneTests.Helper`.", "OneTests.Helper")]
    public void A_test_that_does_not_exist_is_found(string page, string missing)
    {
        var tests = NamedTests.Existing([SourceFile.Sample("class OneTests { [Fact] public void It_works() { } void Helper() { } }", "tests/OneTests.cs")]);
        string.Join(' ', NamedTests.Missing(page, tests)).Should().Be(missing);
    }

    [GeneratedRegex(@"^# \d{4} (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex("^- Status: (?<status>.+)$", RegexOptions.Multiline)]
    private static partial Regex Status();

    [GeneratedRegex(@"^\| \[?API(?<number>\d+)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Risk();

    [GeneratedRegex(@"\[(?<number>\d{4})\]\([^)]*\)")]
    private static partial Regex NumberLink();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
