using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Secrets;

/// <summary>After everything that people do: no secret that went over the wire is in the database or in the log, in any form that could be read back.</summary>
public sealed class SecretsAtRestTests(SecretsApi api) : IClassFixture<SecretsApi>
{
    [Fact]
    [Trait("Requirement", "R183")]
    [Trait("Requirement", "R100")]
    public async Task No_secret_of_any_flow_is_in_any_table_or_in_the_log()
    {
        foreach (var flow in SecretFlows.All)
        {
            await flow.Run(api);
            api.Wire.Kinds.Should().Contain(flow.Kinds, "{0} has them", flow.Name);
        }

        var dump = await api.DumpAsync();
        dump["access.refresh_tokens"].Should().NotBeEmpty("what is searched has to be there");
        dump["auditing.audit_logs"].Should().Contain("sign_in_failed");
        dump["users.users"].Should().Contain(ApiFixture.Admin);
        var log = api.LogText();
        log.Should().Contain("/api/auth/login").And.Contain("insert into access.sign_in_failures", "statements are logged, and searched too");
        Found(dump, api.Wire.All).Should().BeEmpty();
        Found(new() { ["log"] = log }, api.Wire.All).Should().BeEmpty();
    }

    [Theory]
    [InlineData("rt_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")]
    [InlineData("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")]
    [InlineData("Passw0rd!demo")]
    public async Task The_search_finds_a_secret_in_each_form(string secret)
    {
        foreach (var form in SecretForms.Of(secret))
        {
            await api.ExecuteAsync($"create table public.planted as select '{form}'::text as value");
            try
            {
                Found(await api.DumpAsync(), [secret]).Should().Equal($"public.planted: {secret}");
            }
            finally
            {
                await api.ExecuteAsync("drop table public.planted");
            }
        }

        var bytes = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret));
        (await api.ScalarAsync<string>($"select row::text from (select decode('{bytes}', 'hex')) row")).Should().Contain(bytes, "that is how bytes are shown");
    }

    private static List<string> Found(Dictionary<string, string> texts, IEnumerable<string> secrets) =>
    [
        .. from secret in secrets.Distinct(StringComparer.Ordinal)
           from text in texts
           where SecretForms.Of(secret).Any(form => text.Value.Contains(form, StringComparison.Ordinal))
           select $"{text.Key}: {secret}",
    ];
}
