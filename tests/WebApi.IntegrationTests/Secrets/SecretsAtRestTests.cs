using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

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
            api.Wire.TakeKinds();
            await flow.Run(api);
            api.Wire.TakeKinds().Should().Contain(flow.Kinds, "{0} has them", flow.Name);
        }

        var dump = await api.DumpAsync();
        dump["access.refresh_tokens"].Should().NotBeEmpty("what is searched has to be there");
        dump["auditing.audit_logs"].Should().Contain("INVALID_CREDENTIALS");
        dump["users.users"].Should().Contain(ApiFixture.Admin);
        var log = api.LogText();
        log.Should().Contain("/api/auth/login").And.Contain("insert into access.sign_in_failures", "statements are logged, and searched too");
        foreach (var table in (string[])["access.one_time_tokens", "access.recovery_codes", "access.api_keys", "access.passkeys", "access.external_identities", "idempotency.idempotent_answers"])
        {
            dump[table].Should().NotBeEmpty("{0} was written to", table);
        }

        Found(dump, api.Wire.All).Should().BeEmpty();
        Found(new() { ["log"] = log }, api.Wire.All).Should().BeEmpty();
        await ShouldFindEachAsync([.. api.Wire.All.Distinct(StringComparer.Ordinal)]);
    }

    [Theory]
    [InlineData("rt_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")]
    [InlineData("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")]
    [InlineData("Passw0rd!demo")]
    [InlineData("a secret+with/special=characters")]
    public async Task The_search_finds_a_secret_in_each_form(string secret)
    {
        // Not by the code that makes the forms, which must not confirm itself.
        byte[] inside = [.. "x"u8, .. Encoding.UTF8.GetBytes(secret), .. "yz"u8];
        string[] texts =
        [
            secret, Convert.ToHexString(inside), Convert.ToHexStringLower(inside), Convert.ToBase64String(inside), Base64Url.EncodeToString(inside.AsSpan(1)),
            Convert.ToBase64String([.. "x"u8, .. inside]), Uri.EscapeDataString(secret), JsonSerializer.Serialize(new { secret }),
        ];
        foreach (var text in texts)
        {
            (await FoundPlantedAsync("text", text, secret)).Should().BeTrue("it is stored as {0}", text);
            (await FoundPlantedAsync("bytea", text, secret)).Should().BeTrue("it is stored as the bytes of {0}", text);
        }
    }

    [Theory]
    [InlineData("rt_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")]
    [InlineData("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "48656c6c6f21deadbeef48656c6c6f21deadbeef")]
    [InlineData("0123-4567-89ab-cdef", "00443214c74254b635cf")]
    [InlineData("0123-4567-89ab-cdef", "30313233343536373839616263646566")]
    public async Task The_search_finds_the_bytes_that_a_secret_stands_for(string secret, string hex)
    {
        (await FoundPlantedAsync("bytea", Convert.FromHexString(hex), secret)).Should().BeTrue();
        (await FoundPlantedAsync("text", hex, secret)).Should().BeTrue();
    }

    // The search that finds nothing has to be one that finds each of these, once they are there.
    private async Task ShouldFindEachAsync(string[] secrets)
    {
        await api.ExecuteAsync("create table public.planted (value text, bytes bytea)");
        try
        {
            await PlantAsync("insert into public.planted (value) select unnest($1)", secrets);
            Found(await api.DumpAsync(), secrets).Should().Equal(secrets.Select(secret => $"public.planted: {secret}"));
            await PlantAsync("with emptied as (delete from public.planted) insert into public.planted (bytes) select convert_to(unnest($1), 'UTF8')", secrets);
            Found(await api.DumpAsync(), secrets).Should().Equal(secrets.Select(secret => $"public.planted: {secret}"));
        }
        finally
        {
            await api.ExecuteAsync("drop table public.planted");
        }

        // What the program logs is searched; secrets are planted beside it, because the logger would mask those that it knows by their form.
        api.Services.GetRequiredService<ILogger<SecretsAtRestTests>>().LogWarning("Planted");
        api.LogText().Should().Contain("Planted");
        Found(new() { ["log"] = api.LogText() + string.Join('\n', secrets) }, secrets).Should().Equal(secrets.Select(secret => $"log: {secret}"));
    }

    private async Task<bool> FoundPlantedAsync(string type, object value, string secret)
    {
        await api.ExecuteAsync($"create table public.planted (value {type})");
        try
        {
            await PlantAsync("insert into public.planted values ($1)", type == "bytea" && value is string text ? Encoding.UTF8.GetBytes(text) : value);
            return Found(await api.DumpAsync(), [secret]) is [var one] && one == $"public.planted: {secret}";
        }
        finally
        {
            await api.ExecuteAsync("drop table public.planted");
        }
    }

    private async Task PlantAsync(string sql, object value)
    {
        await using var command = api.Owner.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    private static List<string> Found(Dictionary<string, string> texts, IEnumerable<string> secrets) =>
    [
        .. from secret in secrets.Distinct(StringComparer.Ordinal)
           let forms = SecretForms.Of(secret)
           from text in texts
           where forms.Any(form => text.Value.Contains(form, StringComparison.Ordinal))
           select $"{text.Key}: {secret}",
    ];
}
