using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CleanApi.WebApi.IntegrationTests.Contract;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Text;

/// <summary>Properties of text over generated names: what is stored is found, however it is written, and what is refused is refused wherever it could be stored.</summary>
public sealed class TextTests(UsersApi api) : IClassFixture<UsersApi>
{
    private static readonly string[] Blank = ["", "   ", "\u3164", "\u115f\u1160", "\uffa0", "\u2800", "\u200b", "\ufe0f", "\u0301", "\U000E0041\U000E0042", "\u2028"];

    private static readonly string[] Refused =
        ["\n", "\0", "\u0085", "\u200b", "\ufeff", "\u00ad", "\u200e", "\u202e", "\u2066", "\u2069", "\u2028", "\u2029", "\ufdd0", "\uffff", "\U0001FFFE", "\U000E0041", " \u200d", "\u200c "];

    [Fact]
    [Trait("Requirement", "R148")]
    [Trait("Requirement", "R241")]
    public async Task A_name_is_stored_in_NFC_and_found_in_every_form_and_case()
    {
        GeneratedNames names = new(seed: 20);
        for (var i = 0; i < 60; i++)
        {
            var name = names.Next();
            var person = await api.InviteAsync(name: name);
            (await api.GetAsync(ApiFixture.Admin, person.Path)).Text("data.attributes.name").Should().Be(name.Normalize());
            for (var j = 0; j < 4; j++)
            {
                var written = names.Written(name);
                (await FindAsync(written)).Should().Contain(person.Id, "{0} is {1}", written, name);
            }
        }
    }

    [Fact]
    [Trait("Requirement", "R177")]
    [Trait("Requirement", "R241")]
    public async Task What_is_refused_is_refused_wherever_a_name_is_set()
    {
        GeneratedNames names = new(seed: 21);
        var places = await FieldsAsync(field => field == "title" || field.EndsWith("ame", StringComparison.Ordinal));
        places.Select(place => $"{place.Operation.Id}.{place.Field}").Should().Contain([
            "createUser.name", "replaceUser.name", "updateUser.name", "updateMe.name", "updateOrganization.name", "acceptInvitation.name", "register.name",
            "register.organizationName", "createApiKey.name", "createPasskey.name", "updatePasskey.name", "createUserPost.title"]);
        foreach (var (operation, body, field) in places)
        {
            foreach (var (text, code) in Blank.Select(text => (text, "BLANK")).Concat(Refused.Select(text => (names.Around(text), "INVALID_FORMAT"))))
            {
                (await CodesAsync(operation, body, field, text)).Should().Equal([code], "{0}.{1} is {2}", operation.Id, field, JsonSerializer.Serialize(text));
            }

            (await CodesAsync(operation, body, field, names.Next())).Should().BeEmpty("of {0}.{1}", operation.Id, field);
        }
    }

    [Theory]
    [InlineData("jo\u200be@acme.test", "INVALID_FORMAT")]
    [InlineData("\ufeffjoe@acme.test", "INVALID_FORMAT")]
    [InlineData("\u212ai@acme.test", "INVALID_FORMAT")]
    [InlineData("ｊoe@acme.test", "INVALID_FORMAT")]
    [InlineData("\u3164", "BLANK")]
    [InlineData(" ", "BLANK")]
    [Trait("Requirement", "R171")]
    [Trait("Requirement", "R241")]
    public async Task An_address_is_refused_wherever_one_is_sent(string email, string code)
    {
        var places = await FieldsAsync(field => field == "email");
        places.Select(place => place.Operation.Id).Should().Contain(["createUser", "replaceUser", "sendInvitation", "register", "login", "forgotPassword", "resendVerification"]);
        foreach (var (operation, body, _) in places)
        {
            (await CodesAsync(operation, body, "email", email)).Should().Equal([code], operation.Id);
        }
    }

    [Fact]
    [Trait("Requirement", "R171")]
    [Trait("Requirement", "R241")]
    public async Task Every_spelling_of_a_domain_is_one_user()
    {
        var created = (await api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, new { email = "Ana@bu\u0308cher.example", name = "Ana" })).Expect(HttpStatusCode.Created);
        created.Text("data.attributes.email").Should().Be("ana@xn--bcher-kva.example");
        foreach (var email in new[] { "ana@bücher.example", "ANA@BÜCHER.example", "ana@xn--bcher-kva.example", "ana@XN--BCHER-KVA.example" })
        {
            (await api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, new { email, name = "Ana" })).Expect(HttpStatusCode.Conflict);
        }
    }

    private static IEnumerable<(ContractOperation Operation, JsonObject Body, string Field)> Fields(ContractDocument contract) =>
        from operation in contract.Operations
        where operation.Definition.TryGetProperty("requestBody", out _) && !operation.Path.StartsWith(ServedDocument.Platform, StringComparison.Ordinal)
        let media = contract.Resolve(operation.Definition.GetProperty("requestBody")).At("content").EnumerateObject().First().Value
        let body = JsonNode.Parse(media.GetProperty("example").GetRawText())!.AsObject()
        from property in contract.Resolve(media.GetProperty("schema")).GetProperty("properties").EnumerateObject()
        select (operation, body, property.Name);

    private async Task<List<(ContractOperation Operation, JsonObject Body, string Field)>> FieldsAsync(Func<string, bool> isWanted) =>
        [.. Fields(await ContractDocument.OfAsync(api.Services)).Where(place => isWanted(place.Field))];

    private async Task<IReadOnlyList<string>> CodesAsync(ContractOperation operation, JsonObject example, string field, string value)
    {
        var body = example.DeepClone().AsObject();
        body[field] = value;
        if (field != "email" && operation.Id is "createUser" or "register")
        {
            body["email"] = UsersApi.NewEmail();
        }

        using var client = await api.ClientAsync(ApiFixture.Admin);
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), operation.Path.Replace("{id}", await IdAsync(operation), StringComparison.Ordinal));
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        return [.. (await response.JsonAsync()).Errors().Where(detail => detail.TryGetProperty("field", out var named) && named.GetString() == field).Select(detail => detail.Text("code")!)];
    }

    private async Task<string> IdAsync(ContractOperation operation)
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        var example = operation.Definition.GetProperty("parameters").EnumerateArray().Select(contract.Resolve)
            .Where(parameter => parameter.Text("in") == "path").Select(parameter => parameter.Text("example")!).FirstOrDefault("usr_");
        return example.StartsWith("usr_", StringComparison.Ordinal) ? await api.UserIdAsync(ApiFixture.Viewer) : example;
    }

    private async Task<IReadOnlyList<string>> FindAsync(string search) =>
        (await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?limit=100&search={Uri.EscapeDataString(search)}")).Ids;
}
