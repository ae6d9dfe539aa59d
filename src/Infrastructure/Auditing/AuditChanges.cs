using System.Buffers;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;
using CleanApi.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CleanApi.Infrastructure.Auditing;

/// <summary>What a save changes of an entity, as JSON: <c>{"name":{"from":"Ada","to":"Ida"}}</c>. Secrets, keys and bookkeeping are left out.</summary>
internal static class AuditChanges
{
    /// <summary>No changes.</summary>
    public const string None = "{}";

    private static readonly ConcurrentDictionary<IReadOnlyEntityType, IProperty[]> Audited = new();

    /// <summary>The entity's type as clients see it.</summary>
    public static string TypeOf(IReadOnlyEntityType type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ClrType.Name);

    /// <summary>The changes of an entry.</summary>
    public static string Of(EntityEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var property in Audited.GetOrAdd(entry.Metadata, static type => Select((IEntityType)type)))
            {
                Write(json, entry, property);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static IProperty[] Select(IEntityType type) =>
        [.. type.GetProperties().Where(property => !property.IsPrimaryKey()
            && property.PropertyInfo is { } member && member.GetCustomAttribute<SecretAttribute>() is null
            && property.GetBeforeSaveBehavior() == PropertySaveBehavior.Save
            && property.Name is not (nameof(IAggregateRoot.Version) or "CreatedAt" or "UpdatedAt"))];

    private static void Write(Utf8JsonWriter json, EntityEntry entry, IProperty property)
    {
        var value = entry.Property(property);
        var isNew = entry.State == EntityState.Added;
        if (isNew ? value.CurrentValue is null : !value.IsModified || Equals(value.OriginalValue, value.CurrentValue))
        {
            return;
        }

        json.WriteStartObject(JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        if (!isNew)
        {
            WriteValue(json, "from", property, value.OriginalValue);
        }

        WriteValue(json, "to", property, value.CurrentValue);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, IProperty property, object? value)
    {
        json.WritePropertyName(name);
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case DateTimeOffset time: json.WriteStringValue(time); break;
            case Enum: json.WriteStringValue((string)property.GetTypeMapping().Converter!.ConvertToProvider(value)!); break;
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
}
