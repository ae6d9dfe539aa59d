using System.Diagnostics;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>The library of Standard Webhooks for Node: tests/clients/webhooks.</summary>
internal static class StandardWebhooks
{
    /// <summary>Where it is.</summary>
    internal static readonly string Folder = Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "tests", "clients", "webhooks");

    /// <summary>Verifies each with a secret: the event's type, or why not.</summary>
    public static async Task<string[]> VerifyAsync(params (ReceivedWebhook Webhook, string Secret)[] all)
    {
        await InstallAsync();
        var lines = all.Select(one => JsonSerializer.Serialize(new { secret = one.Secret, headers = one.Webhook.Headers, body = one.Webhook.Body }));
        return (await RunAsync("node", ["verify.mjs"], string.Join('\n', lines))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Installs it, unless it is there.</summary>
    internal static async Task InstallAsync()
    {
        if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            await RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], "");
        }
    }

    /// <summary>The root of the repository.</summary>
    internal static string Root(DirectoryInfo directory) => File.Exists(Path.Combine(directory.FullName, "CleanApi.sln")) ? directory.FullName : Root(directory.Parent!);

    private static async Task<string> RunAsync(string program, string[] arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, output);
        return output;
    }
}
