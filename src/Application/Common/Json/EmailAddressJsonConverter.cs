using System.Text.Json;
using System.Text.Json.Serialization;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Json;

/// <summary>Reads and writes an e-mail address as a string.</summary>
public sealed class EmailAddressJsonConverter : JsonConverter<EmailAddress>
{
    /// <inheritdoc />
    public override EmailAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && EmailAddress.TryParse(reader.GetString(), out var address)
            ? address.Value
            : throw new JsonException(ScalarMessages.Email);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, EmailAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
