using System.Text.Json;
using System.Text.Json.Serialization;
using CleanApi.Domain.Users;

namespace CleanApi.Infrastructure.Idempotency;

/// <summary>An address as its text, which was validated when it was made.</summary>
internal sealed class EmailAddressConverter : JsonConverter<EmailAddress>
{
    public override EmailAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => EmailAddress.FromStored(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, EmailAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
