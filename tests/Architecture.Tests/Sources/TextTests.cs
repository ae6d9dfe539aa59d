using System.Text.RegularExpressions;
using System.Xml.Linq;
using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Sources;

/// <summary>What holds for every file, whatever it is written in.</summary>
public sealed partial class TextTests
{
    private static readonly string[] Binary = [".png", ".ico", ".snk", ".woff2", ".jpg", ".webp", ".pdf", ".zip"];

    [Fact]
    public void No_file_depends_on_the_machine_that_it_was_written_on() =>
        Texts().SelectMany(path => Lines(path).Where(line => HomePath().IsMatch(line.Text) || Registry().IsMatch(line.Text)).Select(line => $"{path}:{line.Number}"))
            .Should().BeEmpty("others have other directories and package feeds");

    [Fact]
    public void A_package_says_its_licence_and_what_it_is_for() =>
        XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .Where(package => !Licence().IsMatch(CommentBefore(package)))
            .Select(package => (string?)package.Attribute("Include")).Should().BeEmpty("the comment before it begins with the licence and goes on with the reason");

    private static IEnumerable<string> Texts() =>
        Repository.Files("*").Where(path => !Binary.Contains(Path.GetExtension(path)) && !path.EndsWith(".log", StringComparison.Ordinal));

    private static IEnumerable<(int Number, string Text)> Lines(string path) => Repository.Read(path).Split('\n').Select((line, index) => (index + 1, line));

    // Several packages of one family stand under one comment.
    private static string CommentBefore(XElement package) => package.NodesBeforeSelf().OfType<XComment>().LastOrDefault()?.Value.Trim() ?? "";

    [GeneratedRegex(@"(?<![\w.}{*/-])/(work|root|home)/\w", RegexOptions.ExplicitCapture)]
    private static partial Regex HomePath();

    // Spelled so that this file is not one of them.
    [GeneratedRegex(@"nuget[.]org|npmjs[.](org|com)|pypi[.]org|yarnpkg[.]com|crates[.]io|rubygems[.]org|proxy[.]golang[.]org|maven[.]org|artifactor[y]|[.]pkg[.]dev\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Registry();

    [GeneratedRegex(@"^(MIT|Apache-2\.0|BSD-[23]-Clause|PostgreSQL licence / MIT|PostgreSQL licence|ISC|MS-PL|MPL-2\.0|[A-Z][\w.-]+ / [A-Z][\w.-]+)( \([^)]*\))?\. \S.{10,}\.$", RegexOptions.ExplicitCapture)]
    private static partial Regex Licence();
}
