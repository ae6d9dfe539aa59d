using System.Diagnostics;

namespace CleanApi.WebApi.IntegrationTests.Contract;

/// <summary>The program in tests/clients/typescript: types from the committed document, compiled strictly, run with node.</summary>
internal static class TypeScriptClient
{
    private static readonly string Folder = Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "tests", "clients", "typescript");
    private static readonly Lazy<Task<string>> Built = new(BuildAsync);

    /// <summary>What the generator and the compiler find wrong; empty when all is well.</summary>
    public static Task<string> FaultsAsync() => Built.Value;

    /// <summary>Runs it, and returns its exit code and output.</summary>
    public static async Task<(int Code, string Output)> RunAsync(params string[] arguments) => await StartAsync("node", [Path.Combine("out", "main.js"), .. arguments]);

    private static async Task<string> BuildAsync()
    {
        if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            await RequireAsync("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
        }

        await RequireAsync("npm", "run", "--silent", "generate");
        var (code, output) = await StartAsync("npm", ["run", "--silent", "check"]);
        return code == 0 ? "" : output;
    }

    private static async Task RequireAsync(string program, params string[] arguments)
    {
        var (code, output) = await StartAsync(program, arguments);
        code.Should().Be(0, output);
    }

    private static async Task<(int Code, string Output)> StartAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static string Root(DirectoryInfo directory) => File.Exists(Path.Combine(directory.FullName, "CleanApi.sln")) ? directory.FullName : Root(directory.Parent!);
}
