using System.Net;
using System.Net.Sockets;
using CleanApi.Application.Access;
using CleanApi.Domain.Users;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The API for brute-force tests from several networks; each loopback address is one.</summary>
public sealed class LockoutApi : AuthApi
{
    private int last;

    /// <summary>Returns a demo user that no other test uses.</summary>
    public string NextPerson() => $"user{Interlocked.Increment(ref last):00}@acme.test";

    /// <summary>Attempts a sign-in from a network.</summary>
    /// <returns>Whether it succeeded; asserts that a failure is reported as a wrong password.</returns>
    public async Task<bool> TryAsync(string email, string password = Password, string from = "127.0.0.1")
    {
        using var handler = new ContractHandler(this)
        {
            InnerHandler = new SocketsHttpHandler { ConnectCallback = (context, cancellationToken) => ConnectAsync(from, context.DnsEndPoint, cancellationToken) },
        };
        using var client = new HttpClient(handler) { BaseAddress = Anonymous.BaseAddress };
        using var response = await client.PostJsonAsync("/api/auth/login", new { email, password });
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return true;
        }

        (response.StatusCode, (await response.JsonAsync()).Text("error.message")).Should().Be((HttpStatusCode.Unauthorized, "Invalid email or password"));
        AuthApi.Cookies(response).Should().BeEmpty();
        return false;
    }

    /// <summary>Clears the failures, like a password reset.</summary>
    public async Task ClearAsync(string email)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISignInAttempts>().ClearAsync(EmailAddress.Parse(email), CancellationToken.None);
    }

    /// <summary>Fails repeatedly, each time after the current delay.</summary>
    public async Task FailAsync(string email, int times, string from = "127.0.0.1")
    {
        for (var i = 0; i < times; i++)
        {
            (await TryAsync(email, "wrong", from)).Should().BeFalse();
        }
    }

    private static async ValueTask<Stream> ConnectAsync(string from, DnsEndPoint to, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(IPAddress.Loopback, to.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
