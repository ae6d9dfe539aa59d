using System.Net.Http.Json;
using System.Text.Json;
using CleanApi.Application.Access;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Bench.Authentication;

/// <summary>
/// Runs the API twice with one database: as it is, and with a fixed caller instead of authentication. The difference under the same load, alternating, is the
/// cost of authentication. Settings come from the environment.
/// </summary>
internal static class AuthenticationBench
{
    /// <summary>Starts both, prints their addresses, and stops them when the input ends.</summary>
    public static async Task<int> Main(string[] args)
    {
        if (args is not [var email, var password])
        {
            await Console.Error.WriteLineAsync("Authentication <e-mail address> <password>: of a user who may read users");
            return 2;
        }

        await using var withAuthentication = new Api(fixedCaller: null);
        withAuthentication.StartServer();
        using var client = new HttpClient { BaseAddress = withAuthentication.Address };
        using var answer = await client.PostAsJsonAsync(new Uri("/api/auth/login", UriKind.Relative), new { email, password });
        answer.EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var token = body.RootElement.GetProperty("data").GetProperty("attributes").GetProperty("accessToken").GetString()!;
        var caller = await withAuthentication.Services.GetRequiredService<IAccessTokenReader>().ReadAsync(token, CancellationToken.None);

        // The session is checked in both: that is part of the statement that reads.
        await using var withoutAuthentication = new Api(caller);
        withoutAuthentication.StartServer();
        Console.WriteLine($"with\t{withAuthentication.Address}api/v1/users/{caller!.UserId}\t{token}");
        Console.WriteLine($"without\t{withoutAuthentication.Address}api/v1/users/{caller.UserId}\t{token}");
        await Console.In.ReadLineAsync();
        return 0;
    }
}
