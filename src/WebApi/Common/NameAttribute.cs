using System.ComponentModel.DataAnnotations;

namespace CleanApi.WebApi.Common;

/// <summary>A name: 1 to so many characters, one of them visible.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NameAttribute : StringLengthAttribute
{
    /// <summary>At most so many characters.</summary>
    public NameAttribute(int maxLength)
        : base(maxLength) => MinimumLength = 1;
}
