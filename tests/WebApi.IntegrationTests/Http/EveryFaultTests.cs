using System.Text.Json.Nodes;
using CleanApi.WebApi.IntegrationTests.Tenancy;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Several faults in one request of each operation of the served document: one response names all of them.</summary>
public sealed class EveryFaultTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Unknown = "notAField";

    // Each field in turn has another type, breaks another rule, and is missing, while the others have another fault.
    [Theory]
    [Trait("Requirement", "R240")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Each_faulty_field_of_a_body_is_named_beside_a_faulty_query(int turn)
    {
        var tenant = await TenantData.OfAsync(api, ApiFixture.Viewer);
        using var client = await api.ClientAsync(ApiFixture.Admin);
        var before = await tenant.ChecksumsAsync();
        List<string> faults = [];
        foreach (var (operation, body) in (await ServedDocument.ReadAsync(api)).WithBody)
        {
            var (json, wrong) = Spoil(body, turn);
            wrong.AddRange([Unknown, Unknown + "InQuery"]);
            faults.AddRange(Faults(operation, await client.AnswerAsync(operation.Request(tenant.Id, $"?{Unknown}InQuery=1", json)), wrong));
            if (operation.Parameters.FirstOrDefault(parameter => parameter is { In: "path", IdPrefix: not null }) is { } id)
            {
                faults.AddRange(Faults(operation, await client.AnswerAsync(operation.Request(_ => "x", $"?{Unknown}InQuery=1", json)), [.. wrong, id.Name]));
            }
        }

        faults.Should().BeEmpty();
        (await tenant.ChecksumsAsync()).Should().BeEquivalentTo(before);
    }

    [Theory]
    [Trait("Requirement", "R240")]
    [Trait("Requirement", "R239")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_faulty_parameter_of_a_query_is_named(bool isOfItsType)
    {
        var tenant = await TenantData.OfAsync(api, ApiFixture.Viewer);
        using var client = await api.ClientAsync(ApiFixture.Admin);
        List<string> faults = [];
        var operations = (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation.Query.Count() >= 3).ToList();
        operations.Count.Should().BeGreaterThan(5);
        foreach (var operation in operations)
        {
            var wrong = operation.Query.Select(parameter => (parameter.Name, Value: SchemaValues.ForQuery(parameter.Schema, isOfItsType)))
                .Where(parameter => parameter.Value is not null).ToList();
            // A provider may add parameters to its redirect (RFC 6749, section 4.1.2).
            wrong.AddRange(operation.Path.EndsWith("/callback", StringComparison.Ordinal) ? [] : [(Unknown, "1")]);
            var query = string.Join('&', wrong.Select(parameter => $"{parameter.Name}={parameter.Value}"));
            faults.AddRange(Faults(operation, await client.AnswerAsync(operation.Request(tenant.Id, "?" + query)), [.. wrong.Select(parameter => parameter.Name)]));
        }

        faults.Should().BeEmpty();
    }

    // In the order of the document; the unknown field comes last.
    private static (string Json, List<string> Wrong) Spoil(DescribedBody body, int turn)
    {
        var spoiled = new JsonObject();
        foreach (var (field, kind) in body.Fields.Select((field, index) => (field, (index + turn) % 3)))
        {
            if (kind != 2 || !field.IsRequired)
            {
                spoiled[field.Name] = (kind == 0 ? null : SchemaValues.AgainstARule(field.Schema)) ?? SchemaValues.OfAnotherType(field.Schema);
            }
        }

        spoiled[Unknown] = true;
        return (spoiled.ToJsonString(), [.. body.Fields.Select(field => field.Name)]);
    }

    private static IEnumerable<string> Faults(Operation operation, Answer answer, IReadOnlyList<string> wrong)
    {
        if (answer.Status != 422 || Envelope.Faults(answer).Any())
        {
            return [$"{operation}: {answer}"];
        }

        var named = answer.Json.At("error.details").EnumerateArray().Select(detail => detail.Text("field")!.Split('.', '[')[0]).ToHashSet(StringComparer.Ordinal);
        return named.SetEquals(wrong) ? [] : [$"{operation} names {string.Join(", ", named)} of {string.Join(", ", wrong)}"];
    }
}
