using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class VerifyEmailTests(AccountsApi api) : IClassFixture<AccountsApi>
{
    private static readonly string Unknown = "tok_" + new string('A', 43);

    [Fact]
    public async Task The_link_creates_the_organization_its_administrator_and_their_account()
    {
        var email = await api.RegisteredAsync("  Verified Ltd ", " Grace Hopper");

        var (access, _) = await api.SessionAsync(email);
        using var client = api.CreateClient(access);
        var me = await client.JsonAsync("/api/v1/me?include=organization");
        (me.Text("data.attributes.email"), me.Text("data.attributes.name"), me.Text("data.attributes.role"), me.Text("data.attributes.status"))
            .Should().Be((email, "Grace Hopper", "ADMIN", "ACTIVE"));
        (await client.JsonAsync("/api/v1/organization")).Text("data.attributes.name").Should().Be("Verified Ltd");
        (await client.JsonAsync("/api/v1/users")).At("data").GetArrayLength().Should().Be(1);
    }

    [Fact]
    [Trait("Requirement", "R238")]
    public async Task It_is_audited_in_the_new_organization_and_sends_a_welcome_mail()
    {
        var email = await api.RegisteredAsync("Audited Ltd");

        (await api.AuditedAsync(email, "account.registered")).Should().Be(1);
        var mail = await api.MailAsync(email, "Welcome");
        mail.Text.Should().Contain("Audited Ltd").And.Contain("/auth/signin");
    }

    [Fact]
    public async Task A_link_is_accepted_once()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email);
        var token = await api.VerificationTokenAsync(email);

        (await api.VerifyAsync(token)).Status.Should().Be(HttpStatusCode.NoContent);
        ShouldBeRejected(await api.VerifyAsync(token));
    }

    [Fact]
    public async Task Of_concurrent_uses_one_succeeds()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email);
        var token = await api.VerificationTokenAsync(email);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.VerifyAsync(token)));

        answers.Count(answer => answer.Status == HttpStatusCode.NoContent).Should().Be(1);
        answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity).Should().Be(9);
        (await CountAsync(email)).Should().Be(1);
    }

    [Fact]
    public async Task Of_two_registrations_of_one_address_one_completes_even_concurrently()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email, "One Ltd");
        await api.RegisterAsync(email, "Other Ltd", password: AccountsApi.NextPassword);
        var tokens = new[] { await api.VerificationTokenAsync(email), await api.VerificationTokenAsync(email, 2) };

        var answers = await Task.WhenAll(tokens.Select(api.VerifyAsync));

        answers.Select(answer => answer.Status).Should().BeEquivalentTo([HttpStatusCode.NoContent, HttpStatusCode.UnprocessableEntity]);
        ShouldBeRejected(answers.Single(answer => answer.Status != HttpStatusCode.NoContent));
        (await CountAsync(email)).Should().Be(1);
    }

    [Fact]
    public async Task A_link_lasts_for_a_day()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email);
        var token = await api.VerificationTokenAsync(email);

        api.Clock.Advance(TimeSpan.FromHours(24));

        ShouldBeRejected(await api.VerifyAsync(token));
        (await CountAsync(email)).Should().Be(0);
    }

    [Fact]
    public async Task An_address_that_got_an_account_in_the_meantime_is_rejected_and_nothing_is_created()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email, "Too Late Ltd");
        var token = await api.VerificationTokenAsync(email);
        using var admin = api.CreateClient(await api.SignInAsync(ApiFixture.Admin));
        using var added = await admin.PostJsonAsync("/api/v1/users", new { email, name = "Added" });
        added.StatusCode.Should().Be(HttpStatusCode.Created);

        ShouldBeRejected(await api.VerifyAsync(token));

        (await CountAsync(email)).Should().Be(1);
        (await api.ScalarAsync<long>("select count(*) from organizations.organizations where name = 'Too Late Ltd'")).Should().Be(0);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("tok_")]
    public async Task A_malformed_token_is_rejected_like_an_unknown_one(string token)
    {
        var (malformed, unknown) = (await api.VerifyAsync(token), await api.VerifyAsync(Unknown));
        ShouldBeRejected(malformed);
        (malformed.Body.Text("error.message"), malformed.Body.At("error.details").GetRawText())
            .Should().Be((unknown.Body.Text("error.message"), unknown.Body.At("error.details").GetRawText()));
    }

    [Fact]
    public async Task A_link_for_another_purpose_is_rejected()
    {
        var email = await api.RegisteredAsync();
        ShouldBeRejected(await api.VerifyAsync(await api.ResetTokenAsync(email)));
    }

    private static void ShouldBeRejected((HttpStatusCode Status, JsonElement Body) answer)
    {
        (answer.Status, answer.Body.Text("error.code"), answer.Body.Text("error.details.0.field"), answer.Body.Text("error.details.0.code"))
            .Should().Be((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR", "token", "INVALID_VALUE"));
        answer.Body.Text("error.details.0.message").Should().StartWith("This link is not valid any more");
    }

    private Task<long> CountAsync(string email) => api.ScalarAsync<long>(
        $"select count(*) from users.users u join access.accounts a on a.email = u.email where u.email = '{email}'");
}
