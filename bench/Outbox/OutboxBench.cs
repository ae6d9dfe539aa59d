using System.Globalization;

namespace CleanApi.Bench.Outbox;

/// <summary>Serves on the port that the first argument names until standard input ends; a line of it is a <see cref="Mode"/>, which is repeated when it is in force.</summary>
internal static class OutboxBench
{
    /// <summary>Runs it.</summary>
    public static async Task Main(string[] arguments)
    {
        await using var api = new OutboxApi(int.Parse(arguments[0], CultureInfo.InvariantCulture));
        api.StartServer();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            api.Mode = Enum.Parse<Mode>(line, ignoreCase: true);
            await Console.Out.WriteLineAsync($"mode {line}");
        }
    }
}
