using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;
using CleanApi.Infrastructure.Settings;

namespace CleanApi.Architecture.Tests.Documentation;

/// <summary>The page for operators names the settings that there are.</summary>
public sealed partial class SettingTests
{
    private const string External = "Auth__External__*__";

    [Fact]
    public void The_page_names_every_setting_and_none_that_there_is_not()
    {
        var page = Repository.Read("docs/guides/operate.md");
        var known = SettingName.All.Select(setting => SettingName.Shown(setting.Key)).ToList();
        var named = Name().Matches(page).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

        // Of other providers, a table of their own has the last part of the name.
        known.Where(name => !name.Contains('*')).Except(named).Should().BeEmpty();
        known.Where(name => name.Contains('*')).Where(name => !page.Contains($"`{name[..name.IndexOf('*')]}", StringComparison.Ordinal)).Should().BeEmpty();
        known.Where(name => name.StartsWith(External, StringComparison.Ordinal))
            .Where(name => !page.Contains($"`{name[External.Length..]}`", StringComparison.Ordinal)).Should().BeEmpty();
        named.Where(name => SettingName.Sections.Any(section => name.StartsWith($"{section}__", StringComparison.Ordinal)) && !name.EndsWith("_FILE", StringComparison.Ordinal))
            .Except(known).Should().BeEmpty();
    }

    [GeneratedRegex(@"`(?<name>[A-Z]\w+__\w+)(?=[`=])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
