using System.Net.Http.Json;
using System.Text.Json;
using CleanApi.Application.Access;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Bench.Authentication;

/// <summary>
/// The same program twice over one database: as it is, and with a caller who is simply believed. Put the same load on both, by turns: the difference is what
/// authentication costs. Settings come from the environment, as for the program itself.
/// </summary>
internal static class AuthenticationBench
{
    /// <summary>Starts both, prints where they are, and stops them at the end of the line.</summary>
    public static async Task<int> Main(string[] args)
    {
        if (args is not [var email, var password])
        {
            await Console.Error.WriteLineAsync("Authentication <e-mail address> <password>: of somebody who may read users");
            return 2;
        }

        await using var real = new Api(believed: null);
        real.StartServer();
        using var client = new HttpClient { BaseAddress = real.Address };
        using var answer = await client.PostAsJsonAsync(new Uri("/api/auth/login", UriKind.Relative), new { email, password });
        answer.EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var token = body.RootElement.GetProperty("data").GetProperty("attributes").GetProperty("accessToken").GetString()!;
        var caller = await real.Services.GetRequiredService<IAccessTokenReader>().ReadAsync(token, CancellationToken.None);

        // The session is checked all the same: that is part of the statement that reads.
        await using var believing = new Api(caller);
        believing.StartServer();
        Console.WriteLine($"with\t{real.Address}api/v1/users/{caller!.UserId}\t{token}");
        Console.WriteLine($"without\t{believing.Address}api/v1/users/{caller.UserId}\t{token}");
        await Console.In.ReadLineAsync();
        return 0;
    }
}
