using System.Net;
using CleanApi.WebApi.IntegrationTests.Contract;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class AsvsPasswordTests(AsvsPasswordApi api) : IClassFixture<AsvsPasswordApi>
{
    [Fact]
    public async Task Fifteen_characters_of_any_kind_will_do()
    {
        (await api.ChooseAsync(AccountsApi.NewEmail(), "only small ones")).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("Sh0rter than 15", null)]
    [InlineData("Sh0rter than 1", "TOO_SHORT")]
    [InlineData("correcthorsebatterystaple", "TOO_COMMON")]
    [InlineData("who knows lovelace", "TOO_PERSONAL")]
    public async Task Short_common_and_personal_passwords_are_rejected(string password, string? code)
    {
        var (_, body) = await api.ChooseAsync(AccountsApi.NewEmail(), password);
        if (code is null)
        {
            body.ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        }
        else
        {
            body.Errors().Select(detail => detail.Text("code")).Should().Equal(code);
        }
    }
}
