using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class AccountSecretsTests(AccountsApi api) : IClassFixture<AccountsApi>
{
    [Fact]
    [Trait("Requirement", "R183")]
    public async Task Neither_the_database_nor_the_log_has_a_password_or_a_link()
    {
        var email = AccountsApi.NewEmail();
        await api.RegisterAsync(email, "Unseen Ltd");
        var pending = await api.VerificationTokenAsync(email);
        var waiting = await DumpAsync();
        waiting.Should().NotContain(email, "nobody has proved yet that it is theirs").And.NotContain("Unseen Ltd").And.NotContain(pending);

        await api.VerifyAsync(pending);
        var (access, _) = await api.SessionAsync(email);
        await api.PostAsync("/api/v1/me/password", new { currentPassword = AccountsApi.FirstPassword, newPassword = "Second 2 thoughts" }, access);
        var reset = await api.ResetTokenAsync(email);
        await api.ResetAsync(reset);

        var dump = await DumpAsync();
        dump.Should().Contain(email, "the account is there");
        foreach (var secret in new[] { AccountsApi.FirstPassword, "Second 2 thoughts", AccountsApi.NextPassword, pending, reset })
        {
            dump.Should().NotContain(secret).And.NotContain(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret)));
            api.Logs.Lines.Should().NotContain(line => line.Message.Contains(secret) || (line.Exception != null && line.Exception.ToString().Contains(secret)));
        }
    }

    private async Task<string> DumpAsync()
    {
        var tables = await api.ScalarAsync<string[]>(
            """
            select array_agg(format('%I.%I', schemaname, tablename)) from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema')
            """);
        var dump = new StringBuilder();
        foreach (var table in tables!)
        {
            dump.AppendLine(await api.ScalarAsync<string>($"select string_agg(row::text, e'\n') from {table} row"));
        }

        return dump.ToString();
    }
}
