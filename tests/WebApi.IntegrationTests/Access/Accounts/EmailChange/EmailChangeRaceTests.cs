using System.Net;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Of those who want one address at the same moment, one gets it.</summary>
[Trait("Requirement", "R250")]
public sealed class EmailChangeRaceTests(EmailChangeApi api) : IClassFixture<EmailChangeApi>
{
    [Fact]
    public async Task Of_several_accounts_that_change_to_one_address_one_has_it()
    {
        var wanted = AccountsApi.NewEmail();
        var tokens = new List<string>();
        for (var number = 1; number <= 4; number++)
        {
            var (_, client) = await api.PersonAsync();
            tokens.Add(await api.TokenToAsync(client, wanted, number));
        }

        var answers = await Task.WhenAll(tokens.Select(api.ConfirmAsync));

        answers.Count(answer => answer.Status == HttpStatusCode.NoContent).Should().Be(1);
        answers.Where(answer => answer.Status != HttpStatusCode.NoContent).Should().OnlyContain(answer => answer.Code == "ACCOUNT_EXISTS");
        (await api.UsersAsync(wanted)).Should().Be(1);
    }

    [Fact]
    public async Task Of_a_change_and_a_registration_of_one_address_one_has_it()
    {
        for (var round = 0; round < 3; round++)
        {
            var (email, client) = await api.PersonAsync();
            var wanted = AccountsApi.NewEmail();
            var change = await api.TokenToAsync(client, wanted);
            await api.RegisterAsync(wanted);
            var registration = await api.VerificationTokenAsync(wanted);

            var confirming = api.ConfirmAsync(change);
            var registering = api.VerifyAsync(registration);
            var (changed, registered) = ((await confirming).Status == HttpStatusCode.NoContent, (await registering).Status == HttpStatusCode.NoContent);

            changed.Should().NotBe(registered);
            (await api.ScalarAsync<long>($"select count(*) from access.accounts where email = '{wanted}' and deleted_at is null")).Should().Be(1);
            (await api.UsersAsync(email)).Should().Be(changed ? 0 : 1);
        }
    }

    [Fact]
    public async Task Nobody_registers_the_old_address_in_the_moment_of_the_change()
    {
        for (var round = 0; round < 3; round++)
        {
            var (email, client) = await api.PersonAsync();
            var change = await api.TokenToAsync(client, AccountsApi.NewEmail());
            await api.RegisterAsync(email, "Stolen Ltd");
            var registration = (await api.MailAsync(email, "You have an account already")).Token.Split('\r', '\n')[0];

            var confirming = api.ConfirmAsync(change);
            var registering = api.VerifyAsync(registration, password: null);
            var (changed, added) = ((await confirming).Status, (await registering).Status);

            changed.Should().Be(HttpStatusCode.NoContent);
            added.Should().BeOneOf(HttpStatusCode.NoContent, HttpStatusCode.UnprocessableEntity);
            (await api.ScalarAsync<long>($"select count(*) from access.accounts where email = '{email}' and deleted_at is null and reserved_for_id is null")).Should().Be(0);
            (await StrayedAsync()).Should().Be(0, "every user has the address of the account");
            (await api.ConfirmAsync(await api.UndoTokenAsync(email))).Status.Should().Be(HttpStatusCode.NoContent);
        }
    }

    [Fact]
    public async Task Whoever_joins_in_the_moment_of_the_change_has_one_address()
    {
        for (var round = 0; round < 3; round++)
        {
            var (email, client) = await api.PersonAsync();
            await api.InviteAsync(await api.OrganizationAsync("Host Ltd"), email);
            var invitation = (await client.JsonAsync("/api/v1/me/invitations")).At("data.0").Text("id");
            var change = await api.TokenToAsync(client, AccountsApi.NewEmail());

            var confirming = api.ConfirmAsync(change);
            var joining = client.PostJsonAsync($"/api/v1/me/invitations/{invitation}/accept", new { });
            (await confirming).Status.Should().Be(HttpStatusCode.NoContent);
            using var joined = await joining;

            joined.StatusCode.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
            (await StrayedAsync()).Should().Be(0);
        }
    }

    [Fact]
    public async Task Of_one_link_at_the_same_time_one_use_counts()
    {
        var (email, client) = await api.PersonAsync();
        var token = await api.TokenToAsync(client, AccountsApi.NewEmail());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => api.ConfirmAsync(token)));

        answers.Count(answer => answer.Status == HttpStatusCode.NoContent).Should().Be(1);
        answers.Where(answer => answer.Status != HttpStatusCode.NoContent).Should().OnlyContain(answer => answer.Status == HttpStatusCode.UnprocessableEntity);
        (await api.MailsAsync(email)).Count(mail => mail.Subject == "Your address was changed").Should().Be(1);
    }

    private Task<long> StrayedAsync() => api.ScalarAsync<long>(
        """
        select count(*) from users.users person join access.memberships membership on membership.user_id = person.id and membership.deleted_at is null
        join access.accounts account on account.id = membership.account_id where person.email <> account.email and person.deleted_at is null
        """);
}
