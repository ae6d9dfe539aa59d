using System.Text.Json.Nodes;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Organizations;
using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.Organizations;

/// <summary>What organizations look like.</summary>
internal sealed class OrganizationExamples : IExamples
{
    private static readonly OrganizationResource Acme = new(
        TypeIdSchema.Example<OrganizationId>(), OrganizationResource.TypeName, new OrganizationAttributes("Acme", OrganizationPlan.Pro, false, Examples.Time.AddDays(-30), Examples.Time));

    public IEnumerable<object> Values => [Examples.Document(Acme)];

    public IEnumerable<(Type Type, JsonObject Json)> Patches => [(typeof(UpdateOrganization), new JsonObject { ["name"] = "Acme International" })];
}
