using System.ComponentModel;
using System.Globalization;
using CleanApi.WebApi.Json;

namespace CleanApi.WebApi.Binding;

/// <summary>
/// Tells ASP.NET Core that ids and addresses are single values: without a converter from text it takes a struct for a complex type, reads it from the body and
/// shows its properties in the OpenAPI document. Binding itself goes through <see cref="ScalarBinder"/>.
/// </summary>
internal sealed class ScalarTypeConverter<T> : TypeConverter
    where T : struct
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
    {
        var scalar = Scalars.Of(typeof(T))!;
        return value is string text && scalar.Parse(text) is { } parsed ? parsed : throw new FormatException(scalar.Message);
    }
}
