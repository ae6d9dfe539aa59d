using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Signature counters detect cloned authenticators (WebAuthn Level 3, section 6.1.1).</summary>
public sealed class PasskeyCounterTests(PasskeyApi api) : IClassFixture<PasskeyApi>
{
    [Theory]
    [InlineData(0u)]
    [InlineData(4u)]
    [InlineData(5u)]
    public async Task A_counter_that_did_not_increase_is_rejected_and_audited(uint counter)
    {
        using var authenticator = new SoftAuthenticator { Counter = 4 };
        var email = await api.PersonAsync();
        var id = await api.AddAsync(email, authenticator);
        (await api.SignInAsync(authenticator, new Tampering { Counter = 5 })).Status.Should().Be(HttpStatusCode.OK);

        var (status, body) = await api.SignInAsync(authenticator, new Tampering { Counter = counter });

        body.Text("error.message").Should().Be("Invalid passkey", "{0}", status);
        (await api.AuditedAsync("passkey.counter_regressed", id, "FAILED")).Should().Be(1);
        var (_, shown) = await api.SendAsync(email, HttpMethod.Get, $"{PasskeyApi.Path}/{id}");
        shown.At("data.attributes.counterRegressedAt").ValueKind.Should().Be(JsonValueKind.String);
        (await api.SignInAsync(authenticator, new Tampering { Counter = 6 })).Status.Should().Be(HttpStatusCode.OK, "the person is not locked out");
    }

    [Fact]
    public async Task Of_two_concurrent_signatures_with_one_counter_one_signs_in()
    {
        using var authenticator = new SoftAuthenticator { Counter = 1 };
        await api.AddAsync(await api.PersonAsync(), authenticator);
        List<(string Token, object Credential)> attempts = [];
        for (var i = 0; i < 8; i++)
        {
            var (token, options) = await api.ChallengeAsync();
            attempts.Add((token, authenticator.Get(options, new Tampering { Counter = 2 })));
        }

        var answers = await Task.WhenAll(attempts.Select(attempt => api.VerifyAsync(attempt.Token, attempt.Credential)));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).Should().Be(1);
        answers.Count(answer => answer.Status == HttpStatusCode.Unauthorized).Should().Be(7);
    }

    [Fact]
    public async Task An_authenticator_that_does_not_count_signs_in_again_and_again()
    {
        using var authenticator = new SoftAuthenticator { IsSynced = true };
        await api.AddAsync(await api.PersonAsync(), authenticator);
        for (var i = 0; i < 3; i++)
        {
            (await api.SignInAsync(authenticator, new Tampering { Counter = 0 })).Status.Should().Be(HttpStatusCode.OK);
        }
    }
}
