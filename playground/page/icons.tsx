import type { ComponentChildren } from 'preact';

/** Line icons of 20 × 20, in the colour of the text around them. */
function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      {children}
    </svg>
  );
}

export const MoreIcon = () => (
  <Icon>
    <circle class="solid" cx="4" cy="10" r="1.5" />
    <circle class="solid" cx="10" cy="10" r="1.5" />
    <circle class="solid" cx="16" cy="10" r="1.5" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="M5 5l10 10M15 5L5 15" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="M12.5 4.5L7 10l5.5 5.5" />
  </Icon>
);

export const DownIcon = () => (
  <Icon>
    <path d="M5.5 8l4.5 4.5L14.5 8" />
  </Icon>
);

export const SendIcon = () => (
  <Icon>
    <path class="solid" d="M3 3.5l14.5 6.5L3 16.5l1.6-5.4L11 10 4.6 8.9z" />
  </Icon>
);

export const EyeIcon = () => (
  <Icon>
    <path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z" />
    <circle cx="10" cy="10" r="2.2" />
  </Icon>
);

export const HashIcon = () => (
  <Icon>
    <path d="M7.5 3.5l-1.5 13M14 3.5l-1.5 13M3.5 7.5h13M3 12.5h13" />
  </Icon>
);

export const BoltIcon = () => (
  <Icon>
    <path d="M11 2.5L4.5 11H9l-.5 6.5L15.5 9H11z" />
  </Icon>
);

export const WarningIcon = () => (
  <Icon>
    <path d="M10 3.5l7.5 13h-15zM10 8.5v3.5M10 14.2v.2" />
  </Icon>
);

export const PanelIcon = () => (
  <Icon>
    <rect x="2.5" y="4" width="15" height="12" rx="2" />
    <path d="M12.5 4v12" />
  </Icon>
);

/** Three rungs: the app's icon. */
export const LadderIcon = () => (
  <Icon>
    <path d="M6.5 3v14M13.5 3v14M6.5 6h7M6.5 10h7M6.5 14h7" />
  </Icon>
);
