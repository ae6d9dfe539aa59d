using System.Net;
using System.Net.Sockets;
using CleanApi.Application.Access;
using CleanApi.Domain.Users;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>An API to guess passwords at, from several networks: each loopback address is one.</summary>
public sealed class LockoutApi : AuthApi
{
    private int last;

    /// <summary>One of the demo people, whom no other test has had.</summary>
    public string NextPerson() => $"user{Interlocked.Increment(ref last):00}@acme.test";

    /// <summary>Tries to sign in from a network.</summary>
    /// <returns>Whether it worked; otherwise it was refused as any wrong password.</returns>
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

    /// <summary>Forgets failures, as a reset of the password does.</summary>
    public async Task ClearAsync(string email)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISignInAttempts>().ClearAsync(EmailAddress.Parse(email), CancellationToken.None);
    }

    /// <summary>Fails so often, one after the other, each after the delay that the ones before have brought.</summary>
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
