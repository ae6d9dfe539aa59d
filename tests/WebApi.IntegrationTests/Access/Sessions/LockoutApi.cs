using System.Net;
using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The API for brute-force tests from several networks; each loopback address is one.</summary>
public sealed class LockoutApi : AuthApi
{
    private int last;

    /// <summary>How long the last attempt has to wait; null where it need not.</summary>
    public TimeSpan? LastWait { get; private set; }

    /// <summary>Returns a demo user that no other test uses.</summary>
    public string NextPerson() => $"user{Interlocked.Increment(ref last):00}@acme.test";

    /// <summary>Attempts a sign-in from a network.</summary>
    /// <returns>Whether it succeeded; asserts that a failure is reported as a wrong password, or says how long to wait.</returns>
    public async Task<bool> TryAsync(string email, string password = Password, string from = "127.0.0.1")
    {
        using var client = ClientFrom(from);
        using var response = await client.PostJsonAsync("/api/auth/login", new { email, password });
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return true;
        }

        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            LastWait = response.Headers.RetryAfter!.Delta!.Value;
        }
        else
        {
            (response.StatusCode, (await response.JsonAsync()).Text("error.message")).Should().Be((HttpStatusCode.Unauthorized, "Invalid email or password"));
            LastWait = null;
        }

        AuthApi.Cookies(response).Should().BeEmpty();
        return false;
    }

    /// <summary>A client without a credential in a network.</summary>
    public HttpClient ClientFrom(string network) =>
        new(new ContractHandler(this) { InnerHandler = LoopbackNetwork.Handler(network) }) { BaseAddress = Anonymous.BaseAddress };

    /// <summary>Clears the failures, like a password reset.</summary>
    public async Task ClearAsync(string email)
    {
        await using var scope = Services.CreateAsyncScope();
        var account = new AccountId(await ScalarAsync<Guid>($"select id from access.accounts where email = '{email}'"));
        await scope.ServiceProvider.GetRequiredService<IVerificationAttempts>().ClearAsync(account, EmailAddress.Parse(email), CancellationToken.None);
    }

    /// <summary>Fails repeatedly, each time after the current delay.</summary>
    public async Task FailAsync(string email, int times, string from = "127.0.0.1")
    {
        for (var i = 0; i < times; i++)
        {
            (await TryAsync(email, "wrong", from)).Should().BeFalse();
        }
    }
}
