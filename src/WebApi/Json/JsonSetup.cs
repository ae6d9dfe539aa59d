using CleanApi.Application.Common.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CleanApi.WebApi.Json;

/// <summary>Configures the API's JSON (RFC 8259, and I-JSON's rule against duplicate names: RFC 7493, section 2.3).</summary>
public static class JsonSetup
{
    /// <summary>The maximum depth of nesting.</summary>
    public const int MaxDepth = 32;

    /// <summary>Configures the options.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.AllowTrailingCommas = false;
        options.ReadCommentHandling = JsonCommentHandling.Disallow;
        options.MaxDepth = MaxDepth;
        // The default encoder also escapes characters that are dangerous inside HTML. Responses are application/json with nosniff, so browsers never interpret
        // them as HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(TransportMembers.Remove);
        options.Converters.Add(new WholeNumberJsonConverter<int>());
        options.Converters.Add(new WholeNumberJsonConverter<long>());
        options.Converters.Add(new UtcTimeConverter());
        options.Converters.Add(new EmailAddressJsonConverter());
        options.Converters.Add(new EnumJsonConverterFactory());
        options.Converters.Add(new TypeIdJsonConverterFactory());
        options.Converters.Add(new OptionalJsonConverterFactory());
    }
}
