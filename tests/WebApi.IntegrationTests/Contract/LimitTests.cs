using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Tenancy;

namespace CleanApi.WebApi.IntegrationTests.Contract;

/// <summary>The limits that the document names are the limits that are enforced: at each of them a request passes the checks of its form, beyond it does not.</summary>
public sealed class LimitTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Id = "{id}";

    // What it takes is a credential, and with nothing sent it ends the session that sends it.
    private const string Logout = "logout";

    private static bool IsForOperator(ContractOperation operation) => operation.Path.StartsWith(ServedDocument.Platform, StringComparison.Ordinal);

    private static readonly string[] TooShort = ["REQUIRED", "BLANK", "TOO_SHORT"];
    private static readonly string[] TooLong = ["TOO_LONG"];
    private static readonly string[] OutOfRange = ["OUT_OF_RANGE"];

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task Texts_and_numbers_may_be_within_the_documented_limits_and_not_beyond()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        var checkedFields = 0;
        foreach (var operation in contract.Operations.Where(operation => operation.Id != Logout && !IsForOperator(operation) && TakesJson(operation)))
        {
            var (media, body) = Body(contract, operation);
            foreach (var property in contract.Resolve(media.GetProperty("schema")).GetProperty("properties").EnumerateObject())
            {
                foreach (var (value, codes, isRefused) in Limits(property.Value))
                {
                    var code = await SendAsync(operation, body, property.Name, value.DeepClone());
                    codes.Contains(code).Should().Be(isRefused, "of {0}.{1} = {2}, which got {3}", operation.Id, property.Name, value, code);
                    checkedFields++;
                }
            }
        }

        checkedFields.Should().BeGreaterThan(50);
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task Required_fields_are_required_and_others_are_not()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        foreach (var operation in contract.Operations.Where(operation => operation.Id != Logout && !IsForOperator(operation) && TakesJson(operation)))
        {
            var schema = contract.Resolve(Body(contract, operation).Media.GetProperty("schema"));
            var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!).ToList() : [];
            using var client = await api.ClientAsync(ApiFixture.Admin);
            using var response = await client.SendAsync(await RequestAsync(operation, []));
            var missing = (await response.JsonAsync()).Errors().Where(detail => detail.Text("code") == "REQUIRED").Select(detail => detail.Text("field")!);
            missing.Should().BeEquivalentTo(required, operation.Id);
        }
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task Query_values_are_those_that_are_documented()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        using var client = await api.ClientAsync(ApiFixture.Admin);
        var (served, data) = (await ServedDocument.ReadAsync(api), await TenantData.OfAsync(api, ApiFixture.Admin));
        var checkedParameters = 0;
        foreach (var operation in contract.Operations.Where(operation => operation.Method == "GET" && !IsForOperator(operation)))
        {
            var path = new Lazy<string>(() => served.Operations.Single(one => one.Id == operation.Id).PathWith(data.Id));
            foreach (var parameter in operation.Definition.GetProperty("parameters").EnumerateArray().Select(contract.Resolve).Where(parameter => parameter.Text("in") == "query"))
            {
                var (good, bad) = Values(contract.Resolve(parameter.GetProperty("schema")));
                foreach (var (value, expected) in good.Select(value => (value, HttpStatusCode.OK)).Concat(bad.Select(value => (value, HttpStatusCode.UnprocessableEntity))))
                {
                    using var response = await client.GetAsync($"{path.Value}?{parameter.Text("name")}={value}");
                    response.StatusCode.Should().Be(expected, "{0}?{1}={2}", operation.Id, parameter.Text("name"), value);
                    checkedParameters++;
                }
            }
        }

        checkedParameters.Should().BeGreaterThan(20);
    }

    // Values at the limits and beyond them, and what a value beyond is refused with.
    private static IEnumerable<(JsonNode Value, string[] Codes, bool IsRefused)> Limits(JsonElement schema)
    {
        // Texts of a form of their own have limits within it.
        var isText = schema.TryGetProperty("maxLength", out var longest) && (!schema.TryGetProperty("format", out var format) || format.GetString() == "password");
        if (isText)
        {
            var least = schema.TryGetProperty("minLength", out var shortest) ? shortest.GetInt32() : 0;
            yield return (new string('a', least), TooShort, false);
            yield return (new string('a', longest.GetInt32()), TooLong, false);
            yield return (new string('a', longest.GetInt32() + 1), TooLong, true);
        }
        else if (schema.TryGetProperty("minimum", out var smallest))
        {
            yield return (smallest.GetInt32(), OutOfRange, false);
            yield return (smallest.GetInt32() - 1, OutOfRange, true);
            yield return (schema.GetProperty("maximum").GetInt32(), OutOfRange, false);
            yield return (schema.GetProperty("maximum").GetInt32() + 1, OutOfRange, true);
        }
    }

    private static (IEnumerable<string> Good, IEnumerable<string> Bad) Values(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out var values))
        {
            return (values.EnumerateArray().Select(value => value.GetString()!), ["no-such-value"]);
        }

        if (schema.TryGetProperty("minimum", out var minimum))
        {
            var (least, most) = (minimum.GetInt32(), schema.GetProperty("maximum").GetInt32());
            return ([$"{least}", $"{most}"], [$"{least - 1}", $"{most + 1}", "x"]);
        }

        return schema.Text("type") == "boolean" ? (["true", "false"], ["1"]) : ([], []);
    }

    private static bool TakesJson(ContractOperation operation) =>
        operation.Definition.TryGetProperty("requestBody", out var body) && !body.At("content").TryGetProperty(UploadedFile.BodyType, out _);

    private static (JsonElement Media, JsonObject Body) Body(ContractDocument contract, ContractOperation operation)
    {
        var media = contract.Resolve(operation.Definition.GetProperty("requestBody")).At("content").EnumerateObject().First().Value;
        return (media, JsonNode.Parse(media.GetProperty("example").GetRawText())!.AsObject());
    }

    private async Task<string?> SendAsync(ContractOperation operation, JsonObject example, string field, JsonNode value)
    {
        var body = example.DeepClone().AsObject();
        body[field] = value;
        if (field != "email" && body.ContainsKey("email") && operation.Id == "createUser")
        {
            body["email"] = $"{Guid.NewGuid():N}@acme.test";
        }

        using var client = await api.ClientAsync(ApiFixture.Admin);
        using var response = await client.SendAsync(await RequestAsync(operation, body));
        return (await response.JsonAsync()).Errors().FirstOrDefault(detail => detail.TryGetProperty("field", out var named) && named.GetString() == field) is { ValueKind: JsonValueKind.Object } detail ? detail.Text("code") : null;
    }

    private async Task<HttpRequestMessage> RequestAsync(ContractOperation operation, JsonObject body) => new(
        new HttpMethod(operation.Method), operation.Path.Replace(Id, await IdAsync(operation), StringComparison.Ordinal))
    {
        Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
    };

    // Of other things than users there are none here; what is wrong with a body is said before that.
    private async Task<string> IdAsync(ContractOperation operation)
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        var example = operation.Definition.GetProperty("parameters").EnumerateArray().Select(contract.Resolve)
            .Where(parameter => parameter.Text("in") == "path").Select(parameter => parameter.Text("example")!).FirstOrDefault("usr_");
        return example.StartsWith("usr_", StringComparison.Ordinal) ? await api.UserIdAsync(ApiFixture.Viewer) : example;
    }
}
