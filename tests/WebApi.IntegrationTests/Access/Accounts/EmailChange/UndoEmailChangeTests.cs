using System.Net;
using CleanApi.Infrastructure.Access;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Whoever has changed somebody's address does not keep the account.</summary>
[Trait("Requirement", "R250")]
public sealed class UndoEmailChangeTests(EmailChangeApi api) : IClassFixture<EmailChangeApi>
{
    private AccessHousekeeping Housekeeping => api.Services.GetServices<IHostedService>().OfType<AccessHousekeeping>().Single();

    [Fact]
    public async Task It_restores_the_address_and_takes_away_all_that_a_thief_may_have()
    {
        var (email, client) = await api.PersonAsync();
        using var before = await client.PostJsonAsync("/api/v1/api-keys", new { name = "Mine", scopes = new[] { "users:read" } });
        var mine = (await before.JsonAsync()).Text("data.attributes.key")!;
        // The thief signs in, and makes a key before the address is changed.
        var (thief, stolen) = (AccountsApi.NewEmail(), await api.SignedInAsync(email));
        using var after = await stolen.PostJsonAsync("/api/v1/api-keys", new { name = "Back door", scopes = new[] { "users:read" } });
        await api.ChangeAsync(stolen, thief);
        var theirs = (await after.JsonAsync()).Text("data.attributes.key")!;
        var reset = await api.ResetTokenAsync(thief);
        var undo = await api.UndoTokenAsync(email);
        // What a stranger asks for does not take the place of the link that follows.
        for (var request = 0; request < 12; request++)
        {
            await api.PostAsync("/api/auth/forgot-password", new { email });
        }

        (await api.ConfirmAsync(undo)).Status.Should().Be(HttpStatusCode.NoContent);

        (await api.UsersAsync(email), await api.UsersAsync(thief)).Should().Be((1L, 0L));
        using var ended = await client.GetAsync("/api/v1/me");
        ended.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await api.CanSignInAsync(email, AccountsApi.FirstPassword)).Should().BeFalse("the password may be the thief's");
        (await api.ResetAsync(reset)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await api.IsAliveAsync(theirs)).Should().BeFalse();
        (await api.IsAliveAsync(mine)).Should().BeTrue();
        (await api.MailAsync(thief, "was undone")).Text.Should().NotContain(email);
        (await api.ResetAsync((await api.MailAsync(email, "Your address is restored")).Token)).Status.Should().Be(HttpStatusCode.NoContent);
        (await api.CanSignInAsync(email, AccountsApi.NextPassword)).Should().BeTrue();
        (await api.ConfirmAsync(undo)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await api.ScalarAsync<long>(
            $"select count(*) from auditing.audit_logs entry join users.users person on person.id = entry.actor_id where person.email = '{email}' and action = 'account.email_restored'"))
            .Should().Be(1);
    }

    [Fact]
    public async Task Changing_again_keeps_nobody_from_undoing_the_first_change()
    {
        var (email, client) = await api.PersonAsync();
        var (second, third) = (AccountsApi.NewEmail(), AccountsApi.NewEmail());
        await api.ChangeAsync(client, second);
        await api.ChangeAsync(client, third);
        var (oldest, newest) = (await api.UndoTokenAsync(email), await api.UndoTokenAsync(second));

        (await api.ConfirmAsync(oldest)).Status.Should().Be(HttpStatusCode.NoContent);

        (await api.UsersAsync(email)).Should().Be(1);
        (await api.ConfirmAsync(newest)).Status.Should().Be(HttpStatusCode.UnprocessableEntity, "the thief does not get it back");
        foreach (var free in new[] { second, third })
        {
            (await api.ChooseAsync(free, AccountsApi.FirstPassword)).Status.Should().Be(HttpStatusCode.NoContent);
        }
    }

    [Fact]
    public async Task Undoing_a_later_change_leaves_the_older_link()
    {
        var (email, client) = await api.PersonAsync();
        var second = AccountsApi.NewEmail();
        await api.ChangeAsync(client, second);
        await api.ChangeAsync(client, AccountsApi.NewEmail());
        (await api.ConfirmAsync(await api.UndoTokenAsync(second))).Status.Should().Be(HttpStatusCode.NoContent);
        (await api.UsersAsync(second)).Should().Be(1);

        (await api.ConfirmAsync(await api.UndoTokenAsync(email))).Status.Should().Be(HttpStatusCode.NoContent);

        (await api.UsersAsync(email)).Should().Be(1);
    }

    [Fact]
    public async Task For_seven_days_nobody_else_gets_the_old_address()
    {
        var (email, client) = await api.PersonAsync();
        await api.ChangeAsync(client, AccountsApi.NewEmail());
        (await api.ChooseAsync(email, AccountsApi.FirstPassword)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        var (_, other) = await api.PersonAsync();
        (await api.ConfirmAsync(await api.TokenToAsync(other, email))).Should().Be((HttpStatusCode.Conflict, "ACCOUNT_EXISTS"));
        (await api.CanSignInAsync(email, AccountsApi.FirstPassword)).Should().BeFalse();
        var undo = await api.UndoTokenAsync(email);

        api.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        await Housekeeping.RunOnceAsync(CancellationToken.None);

        (await api.ConfirmAsync(undo)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        await api.RegisterAsync(email);
        (await api.VerifyAsync(await api.VerificationTokenAsync(email, 3))).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Whoever_has_left_an_address_can_go_back_to_it()
    {
        var (email, client) = await api.PersonAsync();
        await api.ChangeAsync(client, AccountsApi.NewEmail());

        await api.ChangeAsync(client, email);

        (await api.UsersAsync(email)).Should().Be(1);
        (await api.CanSignInAsync(email, AccountsApi.FirstPassword)).Should().BeTrue();
    }

    [Fact]
    public async Task Whoever_goes_back_leaves_no_link_in_the_mailbox_that_they_leave()
    {
        var (email, client) = await api.PersonAsync();
        var thief = AccountsApi.NewEmail();
        await api.ChangeAsync(client, thief);
        var undo = await api.UndoTokenAsync(email);

        await api.ChangeAsync(client, email);

        (await api.MailAsync(thief, "has its former one again")).Text.Should().NotContain("token=");
        (await api.MailsAsync(thief)).Should().NotContain(mail => mail.Subject.Contains("Your address was changed", StringComparison.Ordinal));
        (await api.ConfirmAsync(undo)).Status.Should().Be(HttpStatusCode.UnprocessableEntity, "there is nothing to undo any more");
        (await api.ChooseAsync(thief, AccountsApi.FirstPassword)).Status.Should().Be(HttpStatusCode.NoContent, "the address is nobody's");
    }

    [Fact]
    public async Task A_change_that_was_asked_for_ends_with_the_sessions()
    {
        var (email, client) = await api.PersonAsync();
        var thief = AccountsApi.NewEmail();
        var pending = await api.TokenToAsync(client, thief);

        (await api.ResetAsync(await api.ResetTokenAsync(email))).Status.Should().Be(HttpStatusCode.NoContent);

        (await api.ConfirmAsync(pending)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await api.UsersAsync(email)).Should().Be(1);
    }

    [Fact]
    public async Task A_change_that_was_asked_for_ends_with_a_sign_out()
    {
        var (email, client) = await api.PersonAsync();
        var pending = await api.TokenToAsync(client, AccountsApi.NewEmail());
        using var signedOut = await client.PostAsync("/api/auth/logout", null);
        signedOut.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await api.ConfirmAsync(pending)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await api.UsersAsync(email)).Should().Be(1);
    }

    [Fact]
    public async Task A_change_that_was_asked_for_ends_when_an_administrator_deactivates()
    {
        var (email, client) = await api.PersonAsync();
        var host = await api.OrganizationAsync("Host Ltd");
        await api.JoinAsync(host, email, client);
        var pending = await api.TokenToAsync(client, AccountsApi.NewEmail());
        using var administrator = await api.SignedInAsync(host);
        var id = (await administrator.JsonAsync($"/api/v1/users?email={email}")).Text("data.0.id");
        using var deactivated = await administrator.PostAsync($"/api/v1/users/{id}/deactivate", null);
        deactivated.StatusCode.Should().Be(HttpStatusCode.OK);
        (await api.ConfirmAsync(pending)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Whoever_ends_their_account_leaves_no_address_reserved()
    {
        var (email, client) = await api.PersonAsync();
        var host = await api.OrganizationAsync("Host Ltd");
        await api.JoinAsync(host, email, client);
        await api.ChangeAsync(client, AccountsApi.NewEmail());
        var undo = await api.UndoTokenAsync(email);
        await api.ExecuteAsync("update users.users set role = 'MEMBER' where id in (select user_id from access.memberships)");
        foreach (var id in (await People.PeopleApi.OrganizationsAsync(client)).OrderBy(one => one.Key == "Own Ltd").Select(one => one.Value))
        {
            using var left = await client.DeleteAsync($"/api/v1/me/organizations/{id}");
            left.StatusCode.Should().Be(HttpStatusCode.NoContent);
        }

        (await api.ConfirmAsync(undo)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        await api.RegisterAsync(email);
        (await api.VerifyAsync(await api.VerificationTokenAsync(email, 2))).Status.Should().Be(HttpStatusCode.NoContent);
    }
}
