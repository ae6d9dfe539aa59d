using System.Text.Json;
using System.Xml.Linq;

namespace CleanApi.Guides.Tests.Support;

/// <summary>A copy of the repository's files, empty at first, in a directory of its own, which is deleted at the end.</summary>
internal sealed class RepositoryCopy : IDisposable
{
    private const string Solution = "Guides.slnf";

    // The name contains no “tests”: Directory.Build.props knows the test projects by it.
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("cleanapi-guides-");

    /// <summary>Its directory.</summary>
    public string Root => directory.FullName;

    /// <summary>Copies the files.</summary>
    public async Task FillAsync()
    {
        foreach (var path in await Repository.FilesAsync())
        {
            var target = Path.Combine(Root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Repository.Root, path), target);
        }
    }

    /// <summary>Builds some test projects and what they need, src with all analyzers, tests without.</summary>
    public Task<Command> BuildAsync(IEnumerable<string> projects)
    {
        File.WriteAllText(
            Path.Combine(Root, "tests/Directory.Build.props"),
            """<Project><Import Project="../Directory.Build.props" /><PropertyGroup><RunAnalyzers>false</RunAnalyzers></PropertyGroup></Project>""");
        File.WriteAllText(
            Path.Combine(Root, Solution),
            JsonSerializer.Serialize(new { solution = new { path = "CleanApi.sln", projects = projects.Select(name => $"tests/{name}/{name}.csproj") } }));

        // The packages are in the cache, where the build of these tests has put them; whether they are vulnerable is checked there.
        return Command.RunAsync(
            Root, "dotnet", "build", Solution, "-c", "Release", "-m", "--nologo", "-v", "q", "-clp:NoSummary", "-p:NuGetAudit=false");
    }

    /// <summary>Runs tests of a project that is built, and returns the names of the classes of which a test passed.</summary>
    public async Task<(Command Command, IReadOnlySet<string> Passed)> TestAsync(string project, string? filter)
    {
        var results = Path.Combine(Root, "artifacts", project);
        string[] filtered = filter is null ? [] : [$"--TestCaseFilter:{filter}"];
        var assembly = $"tests/{project}/bin/Release/net10.0/CleanApi.{project}.dll";
        var command = await Command.RunAsync(
            Root, "dotnet", ["vstest", assembly, "--logger:trx;LogFileName=run.trx", $"--ResultsDirectory:{results}", .. filtered]);
        var file = Path.Combine(results, "run.trx");
        return (command, File.Exists(file) ? Passed(XDocument.Load(file)) : new HashSet<string>());
    }

    public void Dispose() => directory.Delete(recursive: true);

    private static HashSet<string> Passed(XDocument run)
    {
        var space = run.Root!.Name.Namespace;
        var passed = run.Descendants(space + "UnitTestResult").Where(result => (string?)result.Attribute("outcome") == "Passed")
            .Select(result => (string)result.Attribute("testId")!).ToHashSet();
        return run.Descendants(space + "UnitTest").Where(test => passed.Contains((string)test.Attribute("id")!))
            .Select(test => ((string)test.Element(space + "TestMethod")!.Attribute("className")!).Split('.')[^1]).ToHashSet();
    }
}
