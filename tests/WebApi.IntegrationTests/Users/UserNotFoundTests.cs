using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class UserNotFoundTests(UsersApi api) : IClassFixture<UsersApi>
{
    public static TheoryData<string, string, string?> Operations => new()
    {
        { "GET", "", null },
        { "GET", "?include=organization", null },
        { "PUT", "", """{"name":"N","role":"MEMBER"}""" },
        { "PATCH", "", """{"name":"N"}""" },
        { "PATCH", "", """{"role":"VIEWER"}""" },
        { "PATCH", "", "{}" },
        { "DELETE", "", null },
        { "POST", "/activate", null },
        { "POST", "/deactivate", null },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    [Trait("Requirement", "R7")]
    [Trait("Requirement", "R60")]
    [Trait("Requirement", "R132")]
    [Trait("Requirement", "R186")]
    [Trait("Requirement", "R200")]
    [Trait("Requirement", "R236")]
    public async Task Another_organization_s_user_is_not_found(string method, string action, string? body)
    {
        var foreign = $"{UsersApi.Path}/{await api.UserIdAsync(ApiFixture.OtherAdmin)}";
        var before = await api.GetAsync(ApiFixture.OtherAdmin, foreign);
        var unknown = await api.SendAsync(ApiFixture.Admin, method, UsersApi.UnknownPath + action, body);
        var id = UsersApi.UnknownPath[(UsersApi.Path.Length + 1)..];
        unknown.ExpectError(HttpStatusCode.NotFound, "NOT_FOUND", $"User with ID {id} not found");
        unknown.Body.At("error.details").GetRawText().Should().Contain(id);
        foreach (var ifMatch in new[] { null, "\"1\"", "\"999\"" })
        {
            var other = (await api.SendAsync(ApiFixture.Admin, method, foreign + action, body, ifMatch)).Expect(HttpStatusCode.NotFound);
            UsersApi.Anonymized(other.Body).Should().Be(UsersApi.Anonymized(unknown.Body));
            (await api.AuditAsync(other)).Should().BeEmpty();
        }

        (await api.GetAsync(ApiFixture.OtherAdmin, foreign)).Body.At("data").GetRawText().Should().Be(before.Body.At("data").GetRawText());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    [Trait("Requirement", "R60")]
    [Trait("Requirement", "R198")]
    public async Task A_deleted_user_is_gone_for_every_operation(string method, string action, string? body)
    {
        var person = await api.InviteAsync();
        (await api.SendAsync(ApiFixture.Admin, "DELETE", person.Path)).Expect(HttpStatusCode.NoContent);
        (await api.SendAsync(ApiFixture.Admin, method, person.Path + action, body))
            .ExpectError(HttpStatusCode.NotFound, "NOT_FOUND", $"User with ID {person.Id} not found");
    }

    [Theory]
    [InlineData("usr_nobody")]
    [InlineData("org_01h455vb4pex5vsknk084sn02q")]
    [InlineData("USR_01H455VB4PEX5VSKNK084SN02Q")]
    [InlineData("usr_81h455vb4pex5vsknk084sn02q")]
    [InlineData("01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData("1")]
    [Trait("Requirement", "R173")]
    [Trait("Requirement", "R222")]
    public async Task What_is_no_id_is_422_for_every_operation(string id)
    {
        foreach (var operation in Operations)
        {
            var answer = await api.SendAsync(ApiFixture.Admin, (string)operation[0]!, $"{UsersApi.Path}/{id}{operation[1]}", operation[2]);
            answer.ExpectError(HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR", "Invalid request data");
            var detail = answer.Body.At("error.details.0");
            (detail.Text("field"), detail.Text("code"), detail.Text("message")).Should().Be(("id", "INVALID_FORMAT", "Invalid ID format"));
        }
    }
}
