using System.Reflection;
using System.Text.Json;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanApi.Infrastructure.Persistence.Conversion;

/// <summary>How entities become tables, and the domain's types columns; found by type. An entity has a configuration only where it differs.</summary>
internal static class ModelConventions
{
    private static readonly Assembly Domain = typeof(ITypeId<>).Assembly;

    /// <summary>Converters for ids, enumerations and addresses.</summary>
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<EmailAddress>().HaveConversion<EmailAddressConverter>();
        foreach (var type in Domain.GetTypes())
        {
            if (type.IsEnum)
            {
                configuration.Properties(type).HaveConversion(typeof(EnumConverter<>).MakeGenericType(type));
            }
            else if (TypeId.IsTypeId(type))
            {
                configuration.Properties(type).HaveConversion(typeof(TypeIdConverter<>).MakeGenericType(type));
            }
        }
    }

    /// <summary>Every class that says whose it is (<see cref="ITenantOwned"/>, <see cref="GlobalAttribute"/>) is an entity.</summary>
    public static void AddEntities(ModelBuilder model)
    {
        foreach (var type in Domain.GetTypes().Concat(typeof(ModelConventions).Assembly.GetTypes()).Where(IsEntity))
        {
            Map(model.Entity(type));
        }
    }

    /// <summary>
    /// snake_case columns. A configuration names a column only where a property was renamed, which its column must not be while two versions of the program run.
    /// </summary>
    public static void NameColumns(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
            .Where(property => property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static bool IsEntity(Type type) =>
        type is { IsClass: true, IsAbstract: false } && (type.IsAssignableTo(typeof(ITenantOwned)) || type.IsDefined(typeof(GlobalAttribute)));

    private static void Map(EntityTypeBuilder entity)
    {
        var type = entity.Metadata.ClrType;
        entity.ToTable(Plural(SnakeCase(type.Name)), type.Namespace!.Split('.')[^1].ToLowerInvariant());
        if (type.GetProperty("Id") is { } id)
        {
            entity.Property(id.PropertyType, id.Name).ValueGeneratedNever();
        }

        if (type.IsAssignableTo(typeof(IAggregateRoot)))
        {
            entity.Property(nameof(IAggregateRoot.Version)).IsConcurrencyToken();
            entity.Ignore(nameof(IAggregateRoot.PublicId)).Ignore(nameof(IAggregateRoot.Events));
        }

        if (type.IsAssignableTo(typeof(ISearchable)))
        {
            // The database generates it, for searches alone: it is neither written nor read back after a write.
            var searchText = entity.Property(nameof(ISearchable.SearchText)).Metadata;
            searchText.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
            searchText.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        }
    }

    private static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static string Plural(string noun) =>
        noun.EndsWith('y') && !"aeiou".Contains(noun[^2], StringComparison.Ordinal) ? $"{noun[..^1]}ies"
        : noun.EndsWith('s') || noun.EndsWith('x') || noun.EndsWith("ch", StringComparison.Ordinal) ? $"{noun}es"
        : $"{noun}s";
}
