using System.Net;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>An address is changed by proof at the new one, and nobody learns of anybody.</summary>
[Trait("Requirement", "R250")]
public sealed class ChangeEmailTests(EmailChangeApi api) : IClassFixture<EmailChangeApi>
{
    [Fact]
    public async Task The_account_and_its_users_follow_in_every_organization_and_each_audits_it()
    {
        var (email, client) = await api.PersonAsync();
        var host = await api.OrganizationAsync("Host Ltd");
        await api.JoinAsync(host, email, client);
        var next = AccountsApi.NewEmail();
        var token = await api.TokenToAsync(client, next);
        (await api.UsersAsync(email)).Should().Be(2, "nothing is changed before it is proved");

        (await api.ConfirmAsync(token)).Status.Should().Be(HttpStatusCode.NoContent);

        (await client.JsonAsync("/api/v1/me")).Text("data.attributes.email").Should().Be(next, "the session stays");
        (await api.UsersAsync(email)).Should().Be(0);
        (await api.UsersAsync(next)).Should().Be(2);
        (await api.CanSignInAsync(email, AccountsApi.FirstPassword)).Should().BeFalse();
        (await api.CanSignInAsync(next, AccountsApi.FirstPassword)).Should().BeTrue();
        (await api.ScalarAsync<long>(
            $"""
            select count(*) from auditing.audit_logs entry join users.users person on person.organization_id = entry.organization_id and person.id::text = entry.actor_id::text
            where person.email = '{next}' and entry.action = 'user.email_changed' and entry.target_type = 'user' and entry.outcome = 'SUCCEEDED'
            """)).Should().Be(2);
        (await api.AuditedAsync(next, "account.email_changed")).Should().Be(1);
        (await api.ConfirmAsync(token)).Should().Be((HttpStatusCode.UnprocessableEntity, "INVALID_VALUE"), "a link is used once");
        var told = await api.MailAsync(email, "Your address was changed");
        told.Text.Should().NotContain(next, "it is no link");
        told.Text.Replace("\u200b", "", StringComparison.Ordinal).Should().Contain("    " + next);
        told.Link.Should().Contain("/auth/confirm-email?token=tok_");
    }

    [Fact]
    public async Task The_answer_is_the_same_for_a_free_a_taken_and_one_s_own_address_and_the_mail_tells()
    {
        var (email, client) = await api.PersonAsync();
        var (taken, free) = (await api.OrganizationAsync("Other Ltd"), AccountsApi.NewEmail());
        var statements = new List<IReadOnlyList<string>>();
        foreach (var wanted in new[] { free, taken, email })
        {
            statements.Add(await api.StatementsAsync(async () => (await EmailChangeApi.AskAsync(client, wanted)).Should().Be(HttpStatusCode.Accepted)));
        }

        statements[1].Should().Equal(statements[0]);
        statements[2].Should().Equal(statements[0]);
        (await api.MailAsync(free, "Confirm your new address")).Text.Should().NotContain(email);
        foreach (var known in new[] { taken, email })
        {
            (await api.MailAsync(known, "This address has an account already")).Text.Should().NotContain("token=");
        }
    }

    [Fact]
    public async Task A_link_ends_after_an_hour_with_the_next_request_and_with_the_address_that_it_was_asked_from()
    {
        var (_, client) = await api.PersonAsync();
        var (mistyped, meant) = (AccountsApi.NewEmail(), AccountsApi.NewEmail());
        var first = await api.TokenToAsync(client, mistyped);
        var second = await api.TokenToAsync(client, meant);

        (await api.ConfirmAsync(first)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        api.Clock.Advance(TimeSpan.FromMinutes(61));
        (await api.ConfirmAsync(second)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await api.UsersAsync(mistyped) + await api.UsersAsync(meant)).Should().Be(0);
    }

    [Fact]
    public async Task Links_to_set_a_password_that_went_to_the_old_address_end()
    {
        var (email, client) = await api.PersonAsync();
        var reset = await api.ResetTokenAsync(email);

        await api.ChangeAsync(client, AccountsApi.NewEmail());

        (await api.ResetAsync(reset)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_user_whom_nobody_has_proved_gives_way_and_another_person_s_address_is_refused()
    {
        var (email, client) = await api.PersonAsync();
        var host = await api.OrganizationAsync("Host Ltd");
        await api.JoinAsync(host, email, client);
        var next = AccountsApi.NewEmail();
        using var admin = await api.SignedInAsync(host);
        using var created = await admin.PostJsonAsync("/api/v1/users", new { email = next, name = "Placed Here", role = "VIEWER" });
        created.StatusCode.Should().Be(HttpStatusCode.Created);
        var path = $"/api/v1/users/{(await created.JsonAsync()).Text("data.id")}";

        await api.ChangeAsync(client, next);

        (await api.UsersAsync(next)).Should().Be(2, "one in each organization");
        using var gone = await admin.GetAsync(path);
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await api.ScalarAsync<long>($"select count(*) from auditing.audit_logs where action = 'user.deleted' and target_id = '{path.Split('/')[^1]}'")).Should().Be(1);
    }

    [Fact]
    public async Task An_address_that_has_got_an_account_meanwhile_is_refused_and_nothing_changes()
    {
        var (email, client) = await api.PersonAsync();
        var next = AccountsApi.NewEmail();
        var token = await api.TokenToAsync(client, next);
        (await api.ChooseAsync(next, AccountsApi.FirstPassword)).Status.Should().Be(HttpStatusCode.NoContent);

        (await api.ConfirmAsync(token)).Should().Be((HttpStatusCode.Conflict, "ACCOUNT_EXISTS"));

        (await api.UsersAsync(email)).Should().Be(1);
        (await api.CanSignInAsync(email, AccountsApi.FirstPassword)).Should().BeTrue();
    }

    [Fact]
    public async Task Nothing_is_changed_without_telling_the_old_address()
    {
        var (email, client) = await api.PersonAsync();
        var next = AccountsApi.NewEmail();
        var token = await api.TokenToAsync(client, next);
        await api.ExecuteAsync($"update mail.recipients set notices_at = array_fill(timestamptz '{api.Clock.GetUtcNow():O}', array[12]), last_at = '{api.Clock.GetUtcNow():O}'");

        (await api.PostAsync(EmailChangeApi.ConfirmPath, new { token })).Status.Should().Be(HttpStatusCode.TooManyRequests);

        (await api.UsersAsync(email)).Should().Be(1);
        await api.ExecuteAsync("delete from mail.recipients");
        (await api.ConfirmAsync(token)).Status.Should().Be(HttpStatusCode.NoContent, "the link is as good as before");
    }

    [Fact]
    public async Task Who_opens_one_organization_alone_and_who_is_in_none_any_more_changes_nothing()
    {
        var (email, client) = await api.PersonAsync();
        var token = await api.TokenToAsync(client, AccountsApi.NewEmail());
        await api.ExecuteAsync($"update users.users set status = 'DEACTIVATED' where email = '{email}'");
        (await api.ConfirmAsync(token)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        await api.ExecuteAsync($"update users.users set status = 'ACTIVE' where email = '{email}'");
        await api.ExecuteAsync(
            $"update access.accounts set local_organization_id = (select organization_id from users.users where email = '{email}') where email = '{email}'");

        using var local = await client.PostJsonAsync(EmailChangeApi.Path, new { email = AccountsApi.NewEmail() });

        (await People.PeopleApi.RefusalAsync(local)).Should().Be((HttpStatusCode.Forbidden, "LOCAL_ACCOUNT"));
    }
}
