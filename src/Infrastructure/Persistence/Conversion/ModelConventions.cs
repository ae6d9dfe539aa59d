using CleanApi.Domain.Common;
using CleanApi.Domain.Users;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore;
using System.Text.Json;

namespace CleanApi.Infrastructure.Persistence.Conversion;

/// <summary>How the domain's types become columns; found by type, so that a new id or enumeration needs no line here.</summary>
internal static class ModelConventions
{
    /// <summary>Converters for ids, enumerations and addresses.</summary>
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<EmailAddress>().HaveConversion<EmailAddressConverter>();
        foreach (var type in typeof(ITypeId<>).Assembly.GetTypes())
        {
            if (type.IsEnum)
            {
                configuration.Properties(type).HaveConversion(typeof(EnumConverter<>).MakeGenericType(type));
            }
            else if (IsTypeId(type))
            {
                configuration.Properties(type).HaveConversion(typeof(TypeIdConverter<>).MakeGenericType(type));
            }
        }
    }

    /// <summary>snake_case columns, and what every aggregate has.</summary>
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.ClrType.IsAssignableTo(typeof(IAggregateRoot)))
            {
                var aggregate = model.Entity(entity.ClrType);
                aggregate.Property(nameof(IAggregateRoot.Version)).IsConcurrencyToken();
                aggregate.Ignore(nameof(IAggregateRoot.PublicId)).Ignore(nameof(IAggregateRoot.Events));
                aggregate.Property("Id").ValueGeneratedNever();
            }

            foreach (var property in entity.GetProperties())
            {
                // A configuration names a column only where a property was renamed, which its column must not be while two versions of the program run.
                if (property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null)
                {
                    property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
                }
            }
        }
    }

    private static bool IsTypeId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(ITypeId<>));
}
