using System.Buffers;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;
using CleanApi.Application.Common.Auditing;
using CleanApi.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CleanApi.Infrastructure.Auditing;

/// <summary>Serializes the changes of an entity to JSON: <c>{"name":{"from":"Ada","to":"Ida"}}</c>. Omits secrets, keys and bookkeeping columns, and all but the host of a <see cref="HostOnlyAttribute"/>.</summary>
internal static class AuditChanges
{
    /// <summary>No changes.</summary>
    public const string None = "{}";

    private static readonly ConcurrentDictionary<IReadOnlyEntityType, AuditedType> Types = new();

    /// <summary>Returns the type's public name in snake case.</summary>
    public static string TypeOf(IReadOnlyEntityType type) => For(type).Name;

    /// <summary>Returns the changes of an entry, and one that no column of it shows.</summary>
    public static string Of(EntityEntry entry, AuditChange? also = null)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            var isNew = entry.State == EntityState.Added;
            var (current, original) = (entry.CurrentValues, isNew ? null : entry.OriginalValues);
            foreach (var property in For(entry.Metadata).Properties)
            {
                if (also is null || !property.Name.Value.Equals(also.Field, StringComparison.Ordinal))
                {
                    Write(json, property, original?[property.Property], current[property.Property], isNew);
                }
            }

            if (also is not null)
            {
                json.WriteStartObject(also.Field);
                json.WriteString("from", also.From);
                json.WriteString("to", also.To);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static AuditedType For(IReadOnlyEntityType type) => Types.GetOrAdd(
        type, static one => new AuditedType(JsonNamingPolicy.SnakeCaseLower.ConvertName(one.ClrType.Name), [.. Select((IEntityType)one)]));

    private static IEnumerable<AuditedProperty> Select(IEntityType type) =>
        from property in type.GetProperties()
        where !property.IsPrimaryKey()
            && property.PropertyInfo is { } member && member.GetCustomAttribute<SecretAttribute>() is null
            && property.GetBeforeSaveBehavior() == PropertySaveBehavior.Save
            && property.Name is not (nameof(IAggregateRoot.Version) or "CreatedAt" or "UpdatedAt")
        select new AuditedProperty(property, JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(property.Name)), property.PropertyInfo!.IsDefined(typeof(HostOnlyAttribute)));

    private static void Write(Utf8JsonWriter json, AuditedProperty property, object? original, object? current, bool isNew)
    {
        if (isNew ? current is null : property.Property.GetValueComparer().Equals(original, current))
        {
            return;
        }

        json.WriteStartObject(property.Name);
        if (!isNew)
        {
            WriteValue(json, "from", property, original);
        }

        WriteValue(json, "to", property, current);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, AuditedProperty property, object? value)
    {
        json.WritePropertyName(name);
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case DateTimeOffset time: json.WriteStringValue(time); break;
            case Enum: json.WriteStringValue((string)property.Property.GetTypeMapping().Converter!.ConvertToProvider(value)!); break;
            case string address when property.IsHostOnly: json.WriteStringValue(new Uri(address).IdnHost); break;
            case IEnumerable<string> texts: WriteTexts(json, texts); break;
            default: json.WriteStringValue(value.ToString()); break;
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private sealed record AuditedType(string Name, AuditedProperty[] Properties);

    private sealed record AuditedProperty(IProperty Property, JsonEncodedText Name, bool IsHostOnly);
}
