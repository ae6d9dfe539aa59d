using CleanApi.Architecture.Tests.Support;
using CleanApi.Architecture.Tests.Tenancy;

namespace CleanApi.Architecture.Tests.Modules;

/// <summary>A module uses the ids, values, events and contracts of others, never their entities or use cases.</summary>
[Trait("Requirement", "R5")]
public sealed class ModuleTests
{
    [Fact]
    public void A_module_uses_only_those_that_the_table_draws() => ModuleEdge.Used.Except(ModuleEdge.Drawn).Should().BeEmpty($"{ModuleEdge.Page} does not draw it");

    [Fact]
    public void Every_edge_in_the_table_is_used() => ModuleEdge.Drawn.Except(ModuleEdge.Used).Should().BeEmpty($"{ModuleEdge.Page} draws it");

    [Theory]
    [InlineData("src/Domain")]
    [InlineData("src/Application")]
    public void A_module_uses_of_another_its_ids_values_events_and_contracts(string folder) =>
        ModuleUse.In(folder).Where(use => !ModuleRule.IsPublished(use.Type)).Select(ModuleRule.Describe).Should().BeEmpty();

    [Theory]
    [InlineData("src/Infrastructure")]
    [InlineData("src/WebApi")]
    public void Around_the_application_a_module_uses_no_entity_of_another(string folder) =>
        ModuleUse.InAdapters(folder).Where(use => use.Layer == "CleanApi.Domain" && !ModuleRule.IsValue(use.Type)).Select(ModuleRule.Describe).Should().BeEmpty();

    [Fact]
    public void A_module_keeps_its_tables_to_itself() =>
        Model.Entities.SelectMany(entity => entity.GetForeignKeys())
            .Where(key => key.DeclaringEntityType.ClrType.Namespace != key.PrincipalEntityType.ClrType.Namespace)
            .Select(key => $"{key.DeclaringEntityType.ClrType.Name} → {key.PrincipalEntityType.ClrType.Name}").Should().BeEmpty("ids of other modules are values");

    // The rules rest on resolved names: one that is not resolved would be no use of anything. WebApi's names include Razor's generated views.
    [Fact]
    public void Every_name_is_resolved() =>
        Layer.All.Where(layer => layer.Name != "WebApi").SelectMany(layer => layer.Compilation.GetDeclarationDiagnostics())
            .Where(diagnostic => diagnostic.Id is "CS0104" or "CS0234" or "CS0246").Select(diagnostic => diagnostic.ToString()).Should().BeEmpty();
}
