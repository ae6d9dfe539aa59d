using System.Reflection;
using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;
using CleanApi.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CleanApi.Architecture.Tests.Tenancy;

/// <summary>An entity belongs to one organization, and then everything holds it there; or it belongs to none, and says why.</summary>
public sealed class TenancyTests
{
    private static readonly string Migrations =
        string.Join('\n', Repository.Files("*.sql", "src/Infrastructure").Select(Repository.Read)).ToLowerInvariant();

    public static TheoryData<Type> Entities => [.. Model.Entities.Select(entity => entity.ClrType)];

    public static TheoryData<Type> Owned => [.. Model.Entities.Select(entity => entity.ClrType).Where(type => type.IsAssignableTo(typeof(ITenantOwned)))];

    [Theory]
    [MemberData(nameof(Entities))]
    [Trait("Requirement", "R7")]
    public void An_entity_has_one_owner_or_says_why_it_has_none(Type entity) =>
        (entity.IsAssignableTo(typeof(ITenantOwned)) ^ entity.IsDefined(typeof(GlobalAttribute))).Should().BeTrue(
            "it is either ITenantOwned or [Global(\"why\")]");

    [Theory]
    [MemberData(nameof(Entities))]
    [Trait("Requirement", "R7")]
    [Trait("Requirement", "R13")]
    public void Every_query_of_an_entity_is_filtered_by_tenant_and_hides_what_is_deleted(Type entity)
    {
        var filters = Find(entity).GetDeclaredQueryFilters().Select(filter => filter.Key).ToList();
        filters.Contains("tenant").Should().Be(entity.IsAssignableTo(typeof(ITenantOwned)));
        filters.Contains("not_deleted").Should().Be(entity.IsAssignableTo(typeof(ISoftDeletable)));
    }

    [Theory]
    [MemberData(nameof(Owned))]
    [Trait("Requirement", "R7")]
    public void The_table_of_an_owned_entity_is_under_forced_row_level_security(Type entity)
    {
        var table = Regex.Escape(Model.Table(Find(entity)));
        Migrations.Should().MatchRegex($@"alter\s+table\s+{table}\s+enable\s+row\s+level\s+security")
            .And.MatchRegex($@"alter\s+table\s+{table}\s+force\s+row\s+level\s+security")
            .And.MatchRegex($@"create\s+policy\s+\w+\s+on\s+{table}\b[^;]*\busing\b[^;]*app\.current_organization\(\)[^;]*\bwith\s+check\b[^;]*app\.current_organization\(\)");
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void Nothing_takes_row_level_security_back(Type entity)
    {
        var table = Regex.Escape(Model.Table(Find(entity)));
        Migrations.Should().NotMatchRegex($@"alter\s+table\s+{table}\s+(disable|no\s+force)\s+row\s+level\s+security");
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void The_table_of_an_entity_is_in_the_schema_of_its_module(Type entity) =>
        Find(entity).GetSchema().Should().Be(entity.Namespace!.Split('.')[^1].ToLowerInvariant());

    [Fact]
    [Trait("Requirement", "R7")]
    public void Whatever_names_its_owner_in_the_domain_is_an_entity_of_the_model() =>
        Code.Domain.Written().Where(type => type is { IsAbstract: false, IsClass: true }
                && (type.IsAssignableTo(typeof(ITenantOwned)) || type.IsDefined(typeof(GlobalAttribute))))
            .Except(Model.Entities.Select(entity => entity.ClrType)).Should().BeEmpty();

    [Fact]
    [Trait("Requirement", "R222")]
    public void No_key_is_a_number_that_counts_up() =>
        Model.Entities.SelectMany(entity => entity.FindPrimaryKey()!.Properties)
            .Where(property => property.ValueGenerated == ValueGenerated.OnAdd && (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsPrimitive)
            .Select(property => $"{property.DeclaringType.Name}.{property.Name}").Should().BeEmpty();

    private static IEntityType Find(Type type) => Model.Entities.Single(entity => entity.ClrType == type);
}
